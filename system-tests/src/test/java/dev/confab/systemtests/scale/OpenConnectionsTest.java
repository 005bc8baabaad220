package dev.confab.systemtests.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

/** What an open connection keeps: a benchmark says how many bytes, this says of what there must be none. */
@SystemTest
class OpenConnectionsTest {
    private static final int CONNECTIONS = 60;
    /** Of those, what other requests and the last handshakes may hold at the same time. */
    private static final int STRAY = CONNECTIONS / 4;

    /** Of the verified token, and of the request that it came with. */
    private static final List<String> HANDSHAKE = List.of(
            "io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal",
            "io.vertx.ext.web.impl.RoutingContextImpl",
            "io.vertx.core.http.impl.Http1xServerRequest");

    @Test
    void shouldKeepNeitherTheTokenNorTheHandshake(Confab confab) throws Exception {
        Session person = confab.person("patient");
        LongAdder bytes = new LongAdder();

        List<LeanClient> open = Multitude.inParallel(CONNECTIONS, i -> new LeanClient(confab.gateway(), person, bytes));

        try {
            assertThat(inUse(confab, "io.vertx.core.http.impl.ServerWebSocketImpl"))
                    .isGreaterThanOrEqualTo(CONNECTIONS);
            await().atMost(Patience.LIMIT)
                    .untilAsserted(() -> assertThat(HANDSHAKE)
                            .allSatisfy(type -> assertThat(inUse(confab, type)).isLessThan(STRAY)));
        } finally {
            for (LeanClient client : open) {
                client.close();
            }
        }
    }

    /** Objects of a class that are left in the first gateway after a collection. */
    private static long inUse(Confab confab, String type) {
        try {
            Process histogram = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(confab.stack().pid("gateway-1")),
                            "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            try (var lines = histogram.inputReader(StandardCharsets.UTF_8)) {
                List<String> all = lines.lines().toList();
                assertThat(all).as("a histogram").anyMatch(line -> line.contains("java.lang.String "));
                return all.stream()
                        .map(line -> line.strip().split("\\s+"))
                        .filter(columns -> columns.length > 3 && columns[3].equals(type))
                        .mapToLong(columns -> Long.parseLong(columns[1]))
                        .sum();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
