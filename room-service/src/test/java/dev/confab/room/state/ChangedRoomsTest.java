package dev.confab.room.state;

import static dev.confab.protocol.Decision.RoomChanged.Change.CREATED;
import static dev.confab.protocol.Decision.RoomChanged.Change.DELETED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.Decision;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Position;
import dev.confab.protocol.Role;
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
        assertThat(changed(new Decision.Joined(GARDEN, id(), ANN, Role.MEMBER))).isEmpty();
    }

    @Test
    void shouldPublishEachRoomOnce() {
        assertThat(changed(
                        new Decision.Kicked(GARDEN, id(), ANN, ANN, ""),
                        new Decision.Left(GARDEN, id(), ANN),
                        new Decision.RoleChanged(CELLAR, id(), ANN, Role.MEMBER, ANN)))
                .isEqualTo(Map.of(GARDEN, false, CELLAR, false));
    }

    @Test
    void shouldSayThatADeletedRoomIsGone() {
        assertThat(changed(room(CREATED), new Decision.Left(GARDEN, id(), ANN), room(DELETED)))
                .isEqualTo(Map.of(GARDEN, true));
    }

    @Test
    void shouldPublishARoomThatIsThereAgain() {
        assertThat(changed(room(DELETED), room(CREATED))).isEqualTo(Map.of(GARDEN, false));
    }

    private static Map<RoomName, Boolean> changed(Decision... events) {
        return RecordPositions.changedRooms(Stream.of(events)
                .map(event -> new RecordPositions.Placed(event, new Position(1)))
                .toList());
    }

    private static Decision room(Decision.RoomChanged.Change change) {
        return new Decision.RoomChanged(GARDEN, id(), change, ANN, "", false);
    }

    private static MessageId id() {
        return MessageId.next();
    }
}
