package dev.confab.stack.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.stack.StackException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
    private final Iterator<Integer> candidates = List.of(20_001, 20_002, 20_003).iterator();

    @Test
    void shouldTakeTheLastPortAgainWhenItIsFree() {
        var ports = new Ports(Map.of("kafka", 25_000), _ -> true, candidates::next);

        assertThat(ports.choose("kafka")).isEqualTo(25_000);
    }

    @Test
    void shouldTakeAnotherPortWhenTheLastOneIsTaken() {
        var ports = new Ports(Map.of("kafka", 25_000), port -> port != 25_000, candidates::next);

        assertThat(ports.choose("kafka")).isEqualTo(20_001);
    }

    @Test
    void shouldGiveNoPortTwice() {
        var ports = new Ports(Map.of("kafka", 25_000, "database", 25_000), _ -> true, candidates::next);

        assertThat(List.of(ports.choose("kafka"), ports.choose("database"), ports.choose("gateway-1")))
                .containsExactly(25_000, 20_001, 20_002);
    }

    @Test
    void shouldSayWhatToDoWhenThePortThatWasAskedForIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var ports = Ports.reusing(Map.of());

            assertThatThrownBy(() -> ports.claim("127.0.0.1", taken.getLocalPort()))
                    .isInstanceOf(StackException.class)
                    .hasMessageContainingAll("Port " + taken.getLocalPort() + " is taken", "--port");
        }
    }
}
