package dev.confab.chassis.backing;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Says at the start how Kafka is reached, and refuses to start with settings that can't be meant. */
@ApplicationScoped
class SayHowSafe {
    private static final Logger LOG = Logger.getLogger(SayHowSafe.class);

    private final KafkaAccess kafka;
    private final DatabaseAccess database;

    SayHowSafe(KafkaAccess kafka, DatabaseAccess database) {
        this.kafka = kafka;
        this.database = database;
    }

    void onStart(@Observes StartupEvent started) {
        requireReadable("confab.kafka.certificates", kafka.certificates());
        requireReadable("confab.database.certificates", database.certificates());
        if (kafka.username().isPresent() && kafka.password().isEmpty()) {
            throw new IllegalStateException("confab.kafka.username is set, and confab.kafka.password is not");
        }
        LOG.infof(
                "Kafka is reached %s, %s",
                kafka.username().map(name -> "as " + name).orElse("without an account"),
                kafka.certificates().isPresent() ? "by TLS" : "without TLS");
    }

    private static void requireReadable(String key, Optional<Path> file) {
        file.filter(path -> !Files.isReadable(path)).ifPresent(path -> {
            throw new IllegalStateException("%s: %s can't be read".formatted(key, path));
        });
    }
}
