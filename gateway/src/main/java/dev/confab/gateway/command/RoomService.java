package dev.confab.gateway.command;

import dev.confab.chassis.problem.RawPath;
import dev.confab.gateway.log.LogEpoch;
import dev.confab.gateway.remote.Remote;
import dev.confab.gateway.remote.RemoteConfig;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Json;
import dev.confab.protocol.Position;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.SigningKey;
import dev.confab.protocol.Ticket;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Asks room-service whether somebody may join. */
@ApplicationScoped
class RoomService {
    private final Remote remote;
    private final RemoteConfig config;
    private final SigningKey key;
    private final LogEpoch epoch;

    RoomService(Remote remote, RemoteConfig config, SigningKey key, LogEpoch epoch) {
        this.remote = remote;
        this.config = config;
        this.key = key;
        this.epoch = epoch;
    }

    private record Request(Optional<String> password) {}

    private record Answer(RoomName room, Role role, String ticket) {}

    /** Fails with room-service's own refusal, or {@code unavailable}. */
    Uni<Admission> join(Username user, SessionId session, RoomName room, Optional<String> password) {
        return ask(user, session, room, "/join", Json.bytes(new Request(password)));
    }

    /** As {@link #join}, for members. */
    Uni<Admission> comeBack(Username user, SessionId session, RoomName room) {
        return ask(user, session, room, "/ticket", new byte[0]);
    }

    private Uni<Admission> ask(Username user, SessionId session, RoomName room, String what, byte[] body) {
        return remote.as(user, session)
                .send(
                        HttpMethod.POST,
                        config.room().url(),
                        "/internal/rooms/" + RawPath.encode(room.value()) + what,
                        body)
                .map(answer -> Json.read(answer, Answer.class))
                .map(answer -> new Admission(answer.room(), answer.role(), answer.ticket(), asOf(answer, user)));
    }

    private Position asOf(Answer answer, Username user) {
        Ticket ticket = Ticket.verify(key, answer.ticket(), user, answer.room(), Instant.now())
                .orElseThrow(() -> new IllegalStateException("room-service gave a ticket that opens nothing"));
        if (!ticket.isOf(epoch.current())) {
            throw ConfabException.unavailable("The room's log"); // which is a new one, and not yet told of the room
        }
        return ticket.position();
    }
}
