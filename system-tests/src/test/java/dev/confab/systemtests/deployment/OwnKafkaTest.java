package dev.confab.systemtests.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.stack.testing.TestStack;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The Kafka that {@code ./confab up} brings: other users of the machine can reach its ports, and are let in nowhere. */
@SystemTest
class OwnKafkaTest {
    private static final String SERVERS = "bootstrap.servers";

    @Test
    void shouldLetNobodyInWithoutThePassword(Confab confab) throws IOException {
        for (String entrance : List.of(SERVERS, "bootstrap.controllers")) {
            Map<String, Object> known = asOwner(confab.stack(), entrance);
            assertThat(refusal(known)).as("the owner, by " + entrance).isNull();
            // when
            var guessing = new HashMap<>(known);
            guessing.computeIfPresent(
                    "sasl.jaas.config",
                    (_, line) -> line.toString().replaceAll("password=\"[^\"]*\"", "password=\"?\""));
            var silent = new HashMap<String, Object>();
            silent.put(entrance, known.get(entrance));
            // then
            assertThat(refusal(guessing)).as(entrance).isInstanceOf(SaslAuthenticationException.class);
            assertThat(refusal(silent)).as(entrance).isInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void shouldKeepThePasswordToItsUser(Confab confab) throws IOException {
        Path folder = confab.stack().logFolder().getParent();
        for (String file : List.of("secrets.properties", "run/kafka.properties")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
        var listeners = settings(folder).getProperty("listeners").split(",");
        assertThat(listeners).isNotEmpty().allMatch(listener -> listener.contains("//127.0.0.1:"));
    }

    private static Map<String, Object> asOwner(TestStack stack, String entrance) throws IOException {
        var settings = new HashMap<>(stack.kafka());
        if (!entrance.equals(SERVERS)) {
            settings.remove(SERVERS);
            settings.put(
                    entrance,
                    settings(stack.logFolder().getParent())
                            .getProperty("controller.quorum.voters")
                            .replaceAll("^\\d+@", ""));
        }
        return settings;
    }

    /** Why somebody with these settings is not told even who the brokers are; null if they are. */
    private static @Nullable Throwable refusal(Map<String, Object> given) {
        var settings = new HashMap<>(given);
        settings.put("default.api.timeout.ms", 4_000);
        settings.put("request.timeout.ms", 3_000);
        try (var admin = Admin.create(settings)) {
            admin.describeCluster().nodes().get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Properties settings(Path folder) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(folder.resolve("run/kafka.properties"))) {
            properties.load(reader);
        }
        return properties;
    }
}
