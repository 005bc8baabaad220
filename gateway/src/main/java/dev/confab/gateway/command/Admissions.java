package dev.confab.gateway.command;

import dev.confab.gateway.log.AwaitRead;
import dev.confab.gateway.log.LogEpoch;
import dev.confab.gateway.room.Room;
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
import java.util.function.Supplier;

/** Judges whether a user may be in a room: by their ticket, asking nobody, or by asking room-service. */
@ApplicationScoped
public class Admissions {
    private final Rooms rooms;
    private final RoomService roomService;
    private final SigningKey key;
    private final LogEpoch epoch;
    private final AwaitRead awaitRead;

    Admissions(Rooms rooms, RoomService roomService, SigningKey key, LogEpoch epoch, AwaitRead awaitRead) {
        this.rooms = rooms;
        this.roomService = roomService;
        this.key = key;
        this.epoch = epoch;
        this.awaitRead = awaitRead;
    }

    /** Fails with {@code banned}, {@code wrong_password}, {@code not_found}, {@code unavailable}, … */
    public Uni<Admission> admit(
            Username user, SessionId session, RoomName room, Optional<String> ticket, Optional<String> password) {
        return admit(user, room, ticket, () -> roomService.join(user, session, room, password));
    }

    /** As above for those who are members already, for nobody becomes one by it: fails with {@code not_joined}. */
    public Uni<Admission> admitMember(Username user, SessionId session, RoomName room, Optional<String> ticket) {
        return admit(user, room, ticket, () -> roomService.comeBack(user, session, room));
    }

    /**
     * Whoever was admitted as of a position enters once this gateway has read as far: else what comes before it, and may be of
     * a deleted room of the same name, would be told to them, and a kick from before it would put them out.
     */
    private Uni<Admission> admit(Username user, RoomName room, Optional<String> ticket, Supplier<Uni<Admission>> ask) {
        return byTicket(user, room, ticket)
                .chain(found -> found.map(admission -> Uni.createFrom().item(admission))
                        .orElseGet(() -> ask.get().call(admission -> awaitRead.until(room, admission.asOf()))));
    }

    private Uni<Optional<Admission>> byTicket(Username user, RoomName name, Optional<String> shown) {
        return shown.filter(token -> rooms.find(name).isPresent())
                .flatMap(token -> Ticket.verify(key, token, user, name, Instant.now())
                        .filter(genuine -> genuine.isOf(epoch.current()))
                        .map(genuine ->
                                awaitRead.until(name, genuine.position()).map(read -> byTicket(genuine, token))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private Optional<Admission> byTicket(Ticket ticket, String token) {
        return rooms.find(ticket.room())
                .filter(room -> room.admits(ticket, Instant.now()))
                .flatMap(Room::state)
                .map(state -> new Admission(state.room(), state.roleOf(ticket.user()), token, ticket.position()));
    }
}
