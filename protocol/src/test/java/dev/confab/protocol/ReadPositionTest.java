package dev.confab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadPositionTest {
    private static final ReadPosition SEEN = new ReadPosition(
            new Username("Ada"), StreamKey.of(new RoomName("kitchen")), new Epoch("one"), new Position(7));

    private static final ReadPosition HIDDEN =
            new ReadPosition(SEEN.user(), SEEN.stream(), SEEN.epoch(), SEEN.position(), true);

    @Test
    void shouldSayThatItIsHiddenOnlyIfItIs() {
        assertThat(Json.text(SEEN))
                .isEqualTo("{\"user\":\"Ada\",\"stream\":\"r/kitchen\",\"epoch\":\"one\",\"position\":7}");
        assertThat(Json.text(HIDDEN)).endsWith("\"position\":7,\"hidden\":true}");
    }

    @Test
    void shouldReadWhatItWrote() {
        assertThat(Json.read(Json.bytes(SEEN), ReadPosition.class)).isEqualTo(SEEN);
        assertThat(Json.read(Json.bytes(HIDDEN), ReadPosition.class)).isEqualTo(HIDDEN);
    }
}
