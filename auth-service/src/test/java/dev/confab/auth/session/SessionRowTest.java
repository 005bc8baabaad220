package dev.confab.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.chassis.client.ClientAddress;
import dev.confab.chassis.client.Device;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Username;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionRowTest {
    private static final Instant SIGN_IN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final Duration LONGEST = Duration.ofDays(100);

    private final SessionRow row = new SessionRow(
            new SessionId("1"),
            new Username("ann"),
            RefreshChain.begin(SIGN_IN).chain(),
            new Device(new ClientAddress(InetAddress.ofLiteral("192.0.2.1")), "test"),
            SIGN_IN);

    @Test
    void shouldEndWhenItIsNotSeenForALifetime() {
        // when
        row.seen(SIGN_IN.plus(Duration.ofDays(20)), LIFETIME, LONGEST);
        // then
        assertThat(row.isExpired(SIGN_IN.plus(Duration.ofDays(49)))).isFalse();
        assertThat(row.isExpired(SIGN_IN.plus(Duration.ofDays(50)))).isTrue();
    }

    @Test
    void shouldEndAtTheLongestHoweverOftenItIsSeen() {
        // when
        row.seen(SIGN_IN.plus(Duration.ofDays(99)), LIFETIME, LONGEST);
        // then
        assertThat(row.isExpired(SIGN_IN.plus(Duration.ofDays(99)))).isFalse();
        assertThat(row.isExpired(SIGN_IN.plus(Duration.ofDays(100)))).isTrue();
    }
}
