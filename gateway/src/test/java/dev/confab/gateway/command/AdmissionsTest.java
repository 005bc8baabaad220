package dev.confab.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.confab.gateway.room.Rooms;
import dev.confab.gateway.room.TestRooms;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.SigningKey;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdmissionsTest {
    private static final RoomName NOWHERE = new RoomName("nowhere");

    private final Rooms rooms = TestRooms.remembering(8);
    private final RoomService knowsNoRoom = new RoomService(null, null, null, null) {
        @Override
        Uni<Admission> join(Username user, SessionId session, RoomName room, Optional<String> password) {
            return Uni.createFrom().failure(new ConfabException(ErrorCode.NOT_FOUND, "There is no such room."));
        }
    };
    private final Admissions admissions = new Admissions(
            rooms, knowsNoRoom, new SigningKey("a secret that is only good enough for tests"), null, null);

    @Test
    void shouldNotRememberARoomThatSomebodyOnlyAskedFor() {
        assertThatExceptionOfType(ConfabException.class)
                .isThrownBy(() -> admissions
                        .admit(new Username("ann"), new SessionId("s"), NOWHERE, Optional.of("x.y"), Optional.empty())
                        .await()
                        .indefinitely());

        assertThat(rooms.find(NOWHERE)).isEmpty();
    }
}
