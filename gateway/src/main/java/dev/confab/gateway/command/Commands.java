package dev.confab.gateway.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.chassis.identity.EndedSessions;
import dev.confab.gateway.read.MarkRead;
import dev.confab.gateway.session.ClientSession;
import dev.confab.gateway.session.Turns.Effect;
import dev.confab.protocol.ClientCommand;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ContentCommand;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Json;
import dev.confab.protocol.ServerFrame;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Target;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** From a text frame to the use case it names, and from what became of that to the answer. */
@ApplicationScoped
public class Commands {
    private static final Logger LOG = Logger.getLogger(Commands.class);

    private final JoinRoom joinRoom;
    private final AppendContent appendContent;
    private final JoinConversation joinConversation;
    private final MarkRead markRead;
    private final SignalTyping signalTyping;
    private final EndedSessions endedSessions;

    Commands(
            JoinRoom joinRoom,
            AppendContent appendContent,
            JoinConversation joinConversation,
            MarkRead markRead,
            SignalTyping signalTyping,
            EndedSessions endedSessions) {
        this.joinRoom = joinRoom;
        this.appendContent = appendContent;
        this.joinConversation = joinConversation;
        this.markRead = markRead;
        this.signalTyping = signalTyping;
        this.endedSessions = endedSessions;
    }

    /** Carries out one command; whatever becomes of it, the client is told and the returned {@code Uni} succeeds. */
    public Uni<Void> onText(ClientSession session, String text) {
        return Uni.createFrom()
                .deferred(() -> {
                    session.requireCommand();
                    return run(session, Json.read(text, ClientCommand.class));
                })
                .invoke(answer -> answer.ifPresent(session::tell))
                .onFailure()
                .invoke(failure -> session.tell(ServerFrame.Failed.of(refOf(text), translate(failure))))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** What a command is about stands first, for of commands about the same an earlier one takes effect before a later one. */
    private Uni<Optional<ServerFrame>> run(ClientSession session, ClientCommand command) {
        return switch (command) {
            case ClientCommand.Join join -> inTurn(session, join.target(), () -> Effect.with(join(session, join)));
            case ClientCommand.Leave leave ->
                inTurn(session, new Target.Room(leave.room()), () -> Effect.with(leave(session, leave)));
            case ContentCommand content -> inTurn(session, content.target(), () -> write(session, content));
            case ClientCommand.Read read -> inTurn(session, read.target(), () -> Effect.with(markRead(session, read)));
            case ClientCommand.Typing typing ->
                inTurn(session, typing.target(), () -> Effect.with(signal(session, typing)));
            case ClientCommand.Ping ping -> Uni.createFrom().item(Optional.of(new ServerFrame.Pong(ping.ref())));
        };
    }

    private static Uni<Optional<ServerFrame>> inTurn(
            ClientSession session, Target about, Supplier<Uni<Effect<Optional<ServerFrame>>>> command) {
        return session.turns().inTurn(about.stream(session.user()), command);
    }

    private Uni<Optional<ServerFrame>> join(ClientSession session, ClientCommand.Join join) {
        return endedSessions
                .settled()
                .invoke(() -> requireNotEnded(session))
                .chain(() -> switch (join.target()) {
                    case Target.Room(var room) -> joinRoom.join(session, join, room);
                    case Target.Person(var other) -> joinConversation.join(session, join, other);
                })
                .map(nothing -> Optional.empty());
    }

    private static Uni<Optional<ServerFrame>> leave(ClientSession session, ClientCommand.Leave leave) {
        session.leave(StreamKey.of(leave.room()));
        return done(leave.ref());
    }

    /** Takes effect as soon as the log is asked, which keeps messages in that order: nobody waits until they are kept. */
    private Uni<Effect<Optional<ServerFrame>>> write(ClientSession session, ContentCommand command) {
        requireSignedIn(session);
        return appendContent
                .append(session, command)
                .map(effect -> new Effect<>(effect.answer()
                        .map(sent -> new ServerFrame.Sent(command.ref(), command.id(), sent.position(), sent.at()))
                        // it comes from the log's reader, which has better things to do
                        .chain(answer -> Uni.createFrom()
                                .<ServerFrame>item(answer)
                                .emitOn(session.receiver().loop()))
                        .map(Optional::of)));
    }

    private Uni<Optional<ServerFrame>> markRead(ClientSession session, ClientCommand.Read read) {
        requireSignedIn(session);
        return markRead.mark(
                        session, read.target(), read.position(), read.hidden().orElse(false))
                .chain(() -> done(read.ref()));
    }

    private Uni<Optional<ServerFrame>> signal(ClientSession session, ClientCommand.Typing typing) {
        requireSignedIn(session);
        return signalTyping.signal(session, typing.target()).chain(() -> done(typing.ref()));
    }

    /**
     * Nothing is taken from a client while this gateway, just back from a pause or an outage, has yet to learn whether the
     * client's session has ended meanwhile. Asked in this order, so that an end that comes in between is not missed.
     */
    private void requireSignedIn(ClientSession session) {
        if (!endedSessions.isCurrent()) {
            throw ConfabException.unavailable("Sending");
        }
        requireNotEnded(session);
    }

    private void requireNotEnded(ClientSession session) {
        if (endedSessions.contains(session.session())) {
            throw new ConfabException(ErrorCode.UNAUTHENTICATED, "The session has ended. Sign in again.");
        }
    }

    private static Uni<Optional<ServerFrame>> done(Optional<String> ref) {
        return Uni.createFrom().item(ref.map(ServerFrame.Done::new));
    }

    private static ConfabException translate(Throwable failure) {
        if (failure instanceof ConfabException refused) {
            return refused;
        }
        LOG.error("a command failed unexpectedly", failure);
        return new ConfabException(ErrorCode.INTERNAL, "Something went wrong on our side.");
    }

    /** The ref of a command that was refused, as far as it can be made out. */
    private static Optional<String> refOf(String text) {
        try {
            JsonNode ref = Json.mapper().readTree(text).path("ref");
            return Optional.of(ref.asText(""))
                    .filter(value -> ref.isTextual() && !value.isEmpty())
                    .filter(value -> value.length() <= ClientCommand.MAX_REF_LENGTH);
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
    }
}
