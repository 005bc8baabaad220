package dev.confab.gateway.command;

import dev.confab.chassis.problem.RawPath;
import dev.confab.gateway.log.LogEpoch;
import dev.confab.gateway.remote.Remote;
import dev.confab.gateway.remote.RemoteConfig;
import dev.confab.gateway.room.Sent;
import dev.confab.gateway.session.Author;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Content;
import dev.confab.protocol.Emoji;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Json;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Position;
import dev.confab.protocol.Role;
import dev.confab.protocol.SigningKey;
import dev.confab.protocol.Target;
import dev.confab.protocol.Ticket;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks in history for what was said longer ago than the gateway remembers. */
@ApplicationScoped
public class FindContent {
    private static final Duration TICKET_LIFETIME = Duration.ofSeconds(30);

    private final Remote remote;
    private final RemoteConfig config;
    private final SigningKey key;
    private final LogEpoch epoch;

    FindContent(Remote remote, RemoteConfig config, SigningKey key, LogEpoch epoch) {
        this.remote = remote;
        this.config = config;
        this.key = key;
        this.epoch = epoch;
    }

    /**
     * What history knows of it.
     *
     * @param message whether it is a message, and not something about one
     * @param emoji the different ones that are shown on it
     * @param pins how many messages of the stream are pinned
     * @param thread the root of the thread that it is in
     */
    record Found(
            Position position,
            Instant at,
            boolean message,
            boolean deleted,
            Optional<List<Emoji>> emoji,
            boolean pinned,
            int pins,
            Optional<MessageRef> thread) {
        boolean takes(Emoji one) {
            return emoji.filter(shown -> shown.size() >= Content.Reacted.MAX_DIFFERENT && !shown.contains(one))
                    .isEmpty();
        }

        boolean canBePinned() {
            return pinned || pins < Content.Pinned.MAX_PINS;
        }
    }

    /** Where stands what the author said with this id; absent if it was never said, or while nobody can tell. */
    public Uni<Optional<Sent>> sent(Author author, Target target, MessageId id) {
        return find(author, target, new MessageRef(author.user(), id), "")
                .map(found -> found.map(first -> new Sent(first.position(), first.at())))
                .onFailure(ConfabException.class)
                .recoverWithItem(Optional.empty());
    }

    /** What the ref names, as of all that is in the log by now; absent if there is nothing. Fails with {@code unavailable}, {@code not_joined}, … if it can't tell. */
    Uni<Optional<Found>> find(Author author, Target target, MessageRef ref) {
        return find(author, target, ref, "?settled=true");
    }

    private Uni<Optional<Found>> find(Author author, Target target, MessageRef ref, String query) {
        String path =
                Remote.path(target) + "/messages/" + RawPath.encode(ref.author().value()) + "/" + ref.id() + query;
        return remote.as(author.user(), author.session())
                .with(Ticket.HEADER, ticket(author, target))
                .send(HttpMethod.GET, config.message().url(), path, new byte[0])
                .map(body -> Optional.of(Json.read(body, Found.class)))
                .onFailure(FindContent::isNotFound)
                .recoverWithItem(Optional.empty());
    }

    /** Proves that the author was let in, which message-service may not have heard of yet. */
    private Optional<String> ticket(Author author, Target target) {
        return switch (target) {
            case Target.Room(var room) ->
                Optional.of(new Ticket(
                                author.user(),
                                room,
                                Role.MEMBER,
                                Optional.of(epoch.current()),
                                author.inSince(target),
                                Instant.now().plus(TICKET_LIFETIME))
                        .sign(key));
            case Target.Person _ -> Optional.empty();
        };
    }

    static boolean isNotFound(Throwable failure) {
        return failure instanceof ConfabException refusal && refusal.code() == ErrorCode.NOT_FOUND;
    }
}
