package dev.confab.chassis.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.chassis.client.ClientAddress;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Username;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SecurityLogTest {
    private static final SecurityConfig CONFIG = new SecurityConfig() {
        @Override
        public int linesPerMinute() {
            return 3;
        }

        @Override
        public int sources() {
            return 100;
        }
    };

    private final List<String> lines = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord record) {
            lines.add(record.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };
    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final SecurityLog log = new SecurityLog(CONFIG, metrics);

    @BeforeEach
    void listen() {
        Logger.getLogger("confab.security").addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("confab.security").removeHandler(handler);
    }

    @Test
    void shouldTellWhoDidWhatWhere() {
        // when
        log.of(SecurityEvent.BANNED)
                .user(new Username("bob"))
                .by(new Username("ann"))
                .session(new SessionId("s-1"))
                .address(at("198.51.100.7"))
                .room(new RoomName("Küche 1"))
                .log();
        // then
        assertThat(lines)
                .containsExactly("event=banned user=bob by=ann session=s-1 address=198.51.100.7 room=\"Küche 1\"");
        assertThat(count("banned")).isOne();
    }

    @Test
    void shouldLetNoValuePretendToBeAnotherLineOrKey() {
        // when
        log.of(SecurityEvent.KICKED)
                .session(new SessionId("a\n\" user=root \u202e\\"))
                .log();
        // then
        assertThat(lines).containsExactly("event=kicked session=\"a\\u{a}\\\" user=root \\u{202e}\\\\\"");
    }

    @Test
    void shouldBoundTheLinesOfASourceAndCountAll() {
        // when
        for (int i = 0; i < 10; i++) {
            log.of(SecurityEvent.SIGN_IN_FAILED).address(at("198.51.100.7")).log();
        }
        log.of(SecurityEvent.SIGN_IN_FAILED).address(at("198.51.100.8")).log();
        log.of(SecurityEvent.SIGNED_IN).address(at("198.51.100.7")).log();
        // then
        assertThat(lines).hasSize(5);
        assertThat(count("sign_in_failed")).isEqualTo(11);
        assertThat(metrics.counter("confab.security.unwritten").count()).isEqualTo(7);
    }

    private double count(String event) {
        return metrics.counter("confab.security.events", "event", event).count();
    }

    private static ClientAddress at(String address) {
        return new ClientAddress(InetAddress.ofLiteral(address));
    }
}
