package dev.confab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TicketTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Username ANN = new Username("Ann");
    private static final RoomName GARDEN = new RoomName("Garden 🌱");

    private final SigningKey key = new SigningKey("0123456789abcdef0123456789abcdef");
    private final Ticket ticket =
            new Ticket(ANN, GARDEN, Role.MODERATOR, Optional.of(new Epoch("epoch")), new Position(42), NOON);

    @Test
    void shouldComeBackAsItWasIssued() {
        var read = Ticket.verify(key, ticket.sign(key), ANN, GARDEN, NOON.minusSeconds(1));

        assertThat(read).contains(ticket);
    }

    @Test
    void shouldKnowItsUserAndRoomInAnyCase() {
        var read = Ticket.verify(
                key, ticket.sign(key), new Username("aNN"), new RoomName("GARDEN 🌱"), NOON.minusSeconds(1));

        assertThat(read).isPresent();
    }

    @Test
    void shouldBeWorthNothingToSomebodyElse() {
        assertThat(Ticket.verify(key, ticket.sign(key), new Username("bob"), GARDEN, NOON.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void shouldBeWorthNothingInAnotherRoom() {
        assertThat(Ticket.verify(key, ticket.sign(key), ANN, RoomName.MAIN, NOON.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void shouldExpire() {
        assertThat(Ticket.verify(key, ticket.sign(key), ANN, GARDEN, NOON)).isEmpty();
    }

    @Test
    void shouldBeNoPass() {
        assertThat(Pass.verify(key, ticket.sign(key), NOON.minusSeconds(1))).isEmpty();
    }

    @Test
    void shouldRefuseWhatAnotherKeySigned() {
        SigningKey other = new SigningKey("another secret of at least 32 bytes");

        assertThat(Ticket.verify(key, ticket.sign(other), ANN, GARDEN, NOON.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    void shouldBeOfItsLogOnly() {
        assertThat(ticket.isOf(new Epoch("epoch"))).isTrue();
        assertThat(ticket.isOf(new Epoch("another"))).isFalse();
    }

    @Test
    void shouldBeGenuineButOfNoLogIfItIsFromBeforeTicketsNamedOne() {
        // given
        String payload = """
                {"user":"Ann","room":"Garden 🌱","role":"moderator","position":42,"expiresAt":"%s"}""".formatted(NOON);
        String token = key.sign("ticket", payload.getBytes(StandardCharsets.UTF_8));
        // when
        var read = Ticket.verify(key, token, ANN, GARDEN, NOON.minusSeconds(1));
        // then
        assertThat(read)
                .get()
                .satisfies(old -> assertThat(old.isOf(new Epoch("epoch"))).isFalse());
    }
}
