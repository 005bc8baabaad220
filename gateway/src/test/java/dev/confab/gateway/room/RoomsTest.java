package dev.confab.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.BanInterval;
import dev.confab.protocol.Position;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.Ticket;
import dev.confab.protocol.Username;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoomsTest {
    private static final RoomName ROOM = new RoomName("kitchen");
    private static final Username ANN = new Username("ann");
    private static final Username MALLORY = new Username("mallory");
    private static final Position EARLY = new Position(3);
    private static final Position LATE = new Position(9_000);

    private final Rooms rooms = TestRooms.remembering(8);

    @Test
    void shouldTakeFencesFromAStateOfThisLog() {
        rooms.onState(ROOM, Optional.of(stateOf(Optional.of("this"))));

        rooms.startReading("this", room -> -1);

        assertThat(admits(MALLORY, LATE)).isFalse();
        assertThat(admits(ANN, EARLY)).isFalse();
        assertThat(admits(ANN, LATE)).isTrue();
    }

    @Test
    void shouldTakeFencesFromAStateThatDoesNotSayOfWhichLogItIs() {
        rooms.onState(ROOM, Optional.of(stateOf(Optional.empty())));

        rooms.startReading("this", room -> -1);

        assertThat(admits(MALLORY, LATE)).isFalse();
    }

    @Test
    void shouldNotTakePositionsOfAnotherLogForThoseOfThis() {
        rooms.onState(ROOM, Optional.of(stateOf(Optional.of("another"))));

        rooms.startReading("this", room -> -1);

        assertThat(admits(ANN, EARLY)).isTrue();
        assertThat(rooms.get(ROOM).state()).isPresent();
    }

    private boolean admits(Username user, Position position) {
        Ticket ticket = new Ticket(user, ROOM, Role.MEMBER, Optional.of("this"), position, Instant.MAX);
        return rooms.get(ROOM).admits(ticket, Instant.now());
    }

    private static RoomState stateOf(Optional<String> epoch) {
        BanInterval ban = new BanInterval(MALLORY, LATE, Optional.empty(), Optional.empty());
        return new RoomState(
                ROOM, new Username("olga"), List.of(), false, "", List.of(ban), Map.of(), LATE, epoch, LATE);
    }
}
