package dev.confab.gateway.command;

import dev.confab.gateway.log.LogEpoch;
import dev.confab.gateway.room.Rooms;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.SigningKey;
import dev.confab.protocol.Ticket;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Judges whether a user may be in a room: by their ticket, asking nobody, or by asking room-service. */
@ApplicationScoped
public class Admissions {
    private final Rooms rooms;
    private final RoomService roomService;
    private final SigningKey key;
    private final LogEpoch epoch;

    Admissions(Rooms rooms, RoomService roomService, SigningKey key, LogEpoch epoch) {
        this.rooms = rooms;
        this.roomService = roomService;
        this.key = key;
        this.epoch = epoch;
    }

    /** Fails with {@code banned}, {@code wrong_password}, {@code not_found}, {@code unavailable}, … */
    public Uni<Admission> admit(
            Username user, SessionId session, RoomName room, Optional<String> ticket, Optional<String> password) {
        return byTicket(user, room, ticket)
                .map(admission -> Uni.createFrom().item(admission))
                .orElseGet(() -> roomService.join(user, session, room, password));
    }

    /** As above for those who are members already, for nobody becomes one by it: fails with {@code not_joined}. */
    public Uni<Admission> admitMember(Username user, SessionId session, RoomName room, Optional<String> ticket) {
        return byTicket(user, room, ticket)
                .map(admission -> Uni.createFrom().item(admission))
                .orElseGet(() -> roomService.comeBack(user, session, room));
    }

    private Optional<Admission> byTicket(Username user, RoomName name, Optional<String> ticket) {
        Instant now = Instant.now();
        return rooms.find(name)
                .flatMap(room -> ticket.flatMap(token -> Ticket.verify(key, token, user, name, now)
                        .filter(genuine -> genuine.isOf(epoch.current()))
                        .filter(genuine -> room.admits(genuine, now))
                        .flatMap(genuine -> room.state()
                                .map(state ->
                                        new Admission(state.room(), state.roleOf(user), token, genuine.position())))));
    }
}
