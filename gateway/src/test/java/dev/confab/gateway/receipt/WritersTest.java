package dev.confab.gateway.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.gateway.receipt.Writers.Writer;
import dev.confab.protocol.Destination;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import org.junit.jupiter.api.Test;

class WritersTest {
    private static final Writer ANN = writer("ann");
    private static final Writer BOB = writer("bob");

    private final Writers writers = new Writers();

    @Test
    void shouldTellEachOnceWhatIsStored() {
        // given
        writers.onWritten(ANN, at(3));
        writers.onWritten(BOB, at(7));
        // when, then
        assertThat(writers.stored(at(5))).containsExactly(ANN);
        assertThat(writers.isStored()).isFalse();
        assertThat(writers.stored(at(9))).containsExactly(BOB);
        assertThat(writers.stored(at(9))).isEmpty();
        assertThat(writers.isStored()).isTrue();
    }

    @Test
    void shouldWaitForTheLastThatSomebodyWrote() {
        // given
        writers.onWritten(ANN, at(3));
        writers.onWritten(ANN, at(8));
        // when, then
        assertThat(writers.stored(at(5))).isEmpty();
        assertThat(writers.stored(at(8))).containsExactly(ANN);
    }

    @Test
    void shouldTellThoseWhoseMessagesWereNotReadBefore() {
        // given
        writers.onWritten(ANN, at(3));
        writers.onWritten(BOB, at(7));
        // when, then
        assertThat(writers.readBy(new Username("cid"), at(2))).containsExactly(ANN, BOB);
        assertThat(writers.readBy(new Username("cid"), at(3))).containsExactly(BOB);
        assertThat(writers.readBy(new Username("cid"), at(7))).isEmpty();
    }

    @Test
    void shouldNotTellReadersOfThemselves() {
        writers.onWritten(ANN, at(3));
        assertThat(writers.readBy(new Username("ANN"), Position.NONE)).isEmpty();
    }

    @Test
    void shouldRememberNoMoreThanTheLastWriters() {
        // when
        for (int i = 0; i < 100; i++) {
            writers.onWritten(writer("user" + i), at(i));
        }
        // then
        assertThat(writers.readBy(new Username("cid"), Position.NONE))
                .hasSize(32)
                .doesNotContain(writer("user0"));
        assertThat(writers.stored(at(1_000))).hasSize(32);
    }

    private static Writer writer(String name) {
        return new Writer(new Username(name), new Destination.ToRoom(new RoomName("salon")));
    }

    private static Position at(long position) {
        return new Position(position);
    }
}
