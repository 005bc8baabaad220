package dev.confab.room.state;

import static dev.confab.protocol.RoomEvent.RoomChanged.Change.CREATED;
import static dev.confab.protocol.RoomEvent.RoomChanged.Change.DELETED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.MessageId;
import dev.confab.protocol.Position;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChangedRoomsTest {
    private static final RoomName GARDEN = new RoomName("Garden");
    private static final RoomName CELLAR = new RoomName("Cellar");
    private static final Username ANN = new Username("ann");

    @Test
    void shouldPublishNothingForWhoeverJoins() {
        assertThat(changed(new RoomEvent.Joined(GARDEN, id(), ANN, Role.MEMBER)))
                .isEmpty();
    }

    @Test
    void shouldPublishEachRoomOnce() {
        assertThat(changed(
                        new RoomEvent.Kicked(GARDEN, id(), ANN, ANN, ""),
                        new RoomEvent.Left(GARDEN, id(), ANN),
                        new RoomEvent.RoleChanged(CELLAR, id(), ANN, Role.MEMBER, ANN)))
                .isEqualTo(Map.of(GARDEN, false, CELLAR, false));
    }

    @Test
    void shouldSayThatADeletedRoomIsGone() {
        assertThat(changed(room(CREATED), new RoomEvent.Left(GARDEN, id(), ANN), room(DELETED)))
                .isEqualTo(Map.of(GARDEN, true));
    }

    @Test
    void shouldPublishARoomThatIsThereAgain() {
        assertThat(changed(room(DELETED), room(CREATED))).isEqualTo(Map.of(GARDEN, false));
    }

    private static Map<RoomName, Boolean> changed(RoomEvent.InRoom... events) {
        return RecordPositions.changedRooms(Stream.of(events)
                .map(event -> new RecordPositions.Placed(event, new Position(1)))
                .toList());
    }

    private static RoomEvent.InRoom room(RoomEvent.RoomChanged.Change change) {
        return new RoomEvent.RoomChanged(GARDEN, id(), change, ANN, "", false);
    }

    private static MessageId id() {
        return MessageId.next();
    }
}
