package dev.confab.systemtests.deployment;

import static dev.confab.systemtests.deployment.Manifests.CHECKOUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A container's secrets are files. Tried with the gateway, which starts without anybody else. */
class SecretFilesTest {
    private static final String STARTED = "Management interface listening";

    @Test
    void shouldReadSecretsFromFiles(@TempDir Path secrets) throws Exception {
        // given
        Files.writeString(
                secrets.resolve("confab.signing.secret"), "long enough to be a secret, and known to nobody\n");
        // when
        String said = start(secrets);
        // then
        assertThat(said).contains(STARTED);
    }

    @Test
    void shouldNotStartWithoutItsSecret(@TempDir Path secrets) throws Exception {
        // when
        String said = start(secrets);
        // then
        assertThat(said).contains("confab.signing.secret").doesNotContain(STARTED);
    }

    /** What the gateway says until it has started or ended. */
    private static String start(Path secrets) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=0",
                        "-Dquarkus.management.host=127.0.0.1",
                        "-Dquarkus.management.port=0",
                        "-Dkafka.bootstrap.servers=127.0.0.1:1",
                        "-jar",
                        CHECKOUT.resolve("gateway/target/quarkus-app/quarkus-run.jar")
                                .toString()))
                .redirectErrorStream(true);
        builder.environment().remove("CONFAB_SIGNING_SECRET");
        builder.environment().put("SMALLRYE_CONFIG_SOURCE_FILE_LOCATIONS", secrets.toString());
        Process process = builder.start();
        try (var reader = process.inputReader()) {
            var said = new StringBuilder();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                said.append(line).append('\n');
                if (line.contains(STARTED)) {
                    break;
                }
            }
            return said.toString();
        } finally {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        }
    }
}
