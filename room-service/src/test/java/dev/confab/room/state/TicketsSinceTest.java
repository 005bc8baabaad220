package dev.confab.room.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.Position;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TicketsSinceTest {
    private static final Position CREATED = new Position(7);

    @Test
    void shouldCountTicketsFromTheCreationOfTheRoomOn() {
        assertThat(StateStore.ticketsSince(CREATED, List.of())).isEqualTo(CREATED);
        assertThat(StateStore.ticketsSince(CREATED, latestFirst(StateStore.MAX_DEPARTURES)))
                .isEqualTo(CREATED);
    }

    @Test
    void shouldCountNoTicketsFromBeforeADepartureThatIsNotListed() {
        List<Position> departures = latestFirst(StateStore.MAX_DEPARTURES + 1);

        assertThat(StateStore.ticketsSince(CREATED, departures)).isEqualTo(departures.getLast());
    }

    private static List<Position> latestFirst(int count) {
        return LongStream.range(0, count)
                .mapToObj(i -> new Position(1_000_000 - i))
                .toList();
    }
}
