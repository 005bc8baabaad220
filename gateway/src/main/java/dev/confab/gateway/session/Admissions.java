package dev.confab.gateway.session;

import dev.confab.gateway.room.Room;
import dev.confab.gateway.room.Rooms;
import dev.confab.protocol.ClientCommand.Join;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.SigningKey;
import dev.confab.protocol.Ticket;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Judges whether a user may be in a room: by their ticket, asking nobody, or by asking room-service. */
@ApplicationScoped
class Admissions {
    private final Rooms rooms;
    private final RoomService roomService;
    private final SigningKey key;

    Admissions(Rooms rooms, RoomService roomService, SigningKey key) {
        this.rooms = rooms;
        this.roomService = roomService;
        this.key = key;
    }

    Uni<Admission> admit(ClientSession session, Join command) {
        return byTicket(session, command)
                .map(admission -> Uni.createFrom().item(admission))
                .orElseGet(() -> roomService.join(session.user(), session.id(), command.room(), command.password()));
    }

    private Optional<Admission> byTicket(ClientSession session, Join command) {
        Instant now = Instant.now();
        Room room = rooms.get(command.room());
        return command.ticket()
                .filter(token -> Ticket.verify(key, token, session.user(), command.room(), now)
                        .filter(ticket -> room.admits(ticket, now))
                        .isPresent())
                .flatMap(token -> room.state().map(state -> admission(session, state, token)));
    }

    private static Admission admission(ClientSession session, RoomState state, String token) {
        return new Admission(state.room(), state.roleOf(session.user()), token);
    }
}
