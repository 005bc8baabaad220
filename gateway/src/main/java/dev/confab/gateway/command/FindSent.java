package dev.confab.gateway.command;

import dev.confab.chassis.problem.RawPath;
import dev.confab.gateway.remote.Remote;
import dev.confab.gateway.remote.RemoteConfig;
import dev.confab.gateway.room.Sent;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Json;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Target;
import dev.confab.protocol.Ticket;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Looks in history for what was sent with an id longer ago than the gateway remembers. */
@ApplicationScoped
public class FindSent {
    private final Remote remote;
    private final RemoteConfig config;

    FindSent(Remote remote, RemoteConfig config) {
        this.remote = remote;
        this.config = config;
    }

    /** Where it stands; absent if it was never said, or while nobody can tell. Then the log's readers judge. */
    public Uni<Optional<Sent>> find(
            Username user, SessionId session, Target target, Optional<String> ticket, MessageId id) {
        String path = Remote.path(target) + "/messages/" + RawPath.encode(user.value()) + "/" + id;
        return remote.as(user, session)
                .with(Ticket.HEADER, ticket)
                .send(HttpMethod.GET, config.message().url(), path, new byte[0])
                .map(body -> Optional.of(Json.read(body, Sent.class)))
                .onFailure(ConfabException.class)
                .recoverWithItem(Optional.empty());
    }
}
