package dev.confab.chassis.backing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** As whom this process comes to Kafka, and by what it knows that it is Kafka. */
@ConfigMapping(prefix = "confab.kafka")
public interface KafkaAccess {
    /** The account at Kafka; without one Kafka has to let everybody in. */
    Optional<String> username();

    /** The password that goes with it. */
    Optional<String> password();

    /** How the account is proved: `SCRAM_SHA_512`, or `PLAIN`, which shows the password itself. */
    @WithDefault("SCRAM_SHA_512")
    Mechanism mechanism();

    /** File of the certificates (PEM) that issue Kafka's; with it Kafka is reached by TLS alone, and has to be who it says. */
    Optional<Path> certificates();

    /** SASL's names for ways to prove an account. */
    enum Mechanism {
        SCRAM_SHA_512("SCRAM-SHA-512", "org.apache.kafka.common.security.scram.ScramLoginModule"),
        PLAIN("PLAIN", "org.apache.kafka.common.security.plain.PlainLoginModule");

        private final String sasl;
        private final String module;

        Mechanism(String sasl, String module) {
            this.sasl = sasl;
            this.module = module;
        }

        String sasl() {
            return sasl;
        }

        /** The line that Kafka's client wants to have of an account. */
        String login(String username, String password) {
            return "%s required username=\"%s\" password=\"%s\";".formatted(module, quoted(username), quoted(password));
        }

        private static String quoted(String text) {
            return text.replace("\\", "\\\\").replace("\"", "\\\"");
        }
    }
}
