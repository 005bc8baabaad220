package dev.confab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PassTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final SigningKey key = new SigningKey("0123456789abcdef0123456789abcdef");
    private final Pass pass = new Pass(new Username("Ann"), new SessionId("s1"), NOON);

    @Test
    void shouldComeBackAsItWasIssued() {
        var read = Pass.verify(key, pass.sign(key), NOON.minusSeconds(1));

        assertThat(read).contains(pass);
        assertThat(read.orElseThrow().user().value()).isEqualTo("Ann");
    }

    @Test
    void shouldExpire() {
        assertThat(Pass.verify(key, pass.sign(key), NOON)).isEmpty();
    }

    @Test
    void shouldBeNoTicket() {
        assertThat(Ticket.verify(key, pass.sign(key), new Username("Ann"), RoomName.MAIN, NOON.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void shouldRefuseGarbage() {
        assertThat(Pass.verify(key, "garbage", NOON)).isEmpty();
    }
}
