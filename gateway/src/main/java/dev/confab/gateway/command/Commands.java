package dev.confab.gateway.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.chassis.identity.EndedSessions;
import dev.confab.gateway.session.ClientSession;
import dev.confab.gateway.session.Turns;
import dev.confab.gateway.session.Turns.Effect;
import dev.confab.protocol.ClientCommand;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Conversation;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Json;
import dev.confab.protocol.ServerFrame;
import dev.confab.protocol.StreamKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** From a text frame to the use case it names, and from what became of that to the answer. */
@ApplicationScoped
public class Commands {
    private static final Logger LOG = Logger.getLogger(Commands.class);

    private final JoinRoom joinRoom;
    private final SendMessage sendMessage;
    private final SendDirect sendDirect;
    private final SignalTyping signalTyping;
    private final EndedSessions endedSessions;

    Commands(
            JoinRoom joinRoom,
            SendMessage sendMessage,
            SendDirect sendDirect,
            SignalTyping signalTyping,
            EndedSessions endedSessions) {
        this.joinRoom = joinRoom;
        this.sendMessage = sendMessage;
        this.sendDirect = sendDirect;
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
        Turns turns = session.turns();
        return switch (command) {
            case ClientCommand.Join join ->
                turns.inTurn(StreamKey.of(join.room()), () -> Effect.with(join(session, join)));
            case ClientCommand.Leave leave ->
                turns.inTurn(StreamKey.of(leave.room()), () -> Effect.with(leave(session, leave)));
            case ClientCommand.Send send -> turns.inTurn(StreamKey.of(send.room()), () -> send(session, send));
            case ClientCommand.SendDirect direct ->
                turns.inTurn(
                        StreamKey.of(Conversation.between(session.user(), direct.to())),
                        () -> sendDirect(session, direct));
            case ClientCommand.Typing typing ->
                turns.inTurn(StreamKey.of(typing.room()), () -> Effect.with(signal(session, typing)));
            case ClientCommand.Ping ping -> Uni.createFrom().item(Optional.of(new ServerFrame.Pong(ping.ref())));
        };
    }

    private Uni<Optional<ServerFrame>> join(ClientSession session, ClientCommand.Join join) {
        return endedSessions
                .settled()
                .invoke(() -> requireNotEnded(session))
                .chain(() -> joinRoom.join(session, join))
                .map(nothing -> Optional.empty());
    }

    private static Uni<Optional<ServerFrame>> leave(ClientSession session, ClientCommand.Leave leave) {
        session.leave(leave.room());
        return done(leave.ref());
    }

    /** Takes effect as soon as the log is asked, which keeps messages in that order: nobody waits until they are kept. */
    private Uni<Effect<Optional<ServerFrame>>> send(ClientSession session, ClientCommand.Send send) {
        requireSignedIn(session);
        Uni<ServerFrame> answer = sendMessage.send(session, send);
        return Uni.createFrom().item(new Effect<>(answer.map(Optional::of)));
    }

    private Uni<Effect<Optional<ServerFrame>>> sendDirect(ClientSession session, ClientCommand.SendDirect direct) {
        requireSignedIn(session);
        return sendDirect
                .send(session, direct)
                .map(effect -> new Effect<>(effect.answer().map(Optional::of)));
    }

    private Uni<Optional<ServerFrame>> signal(ClientSession session, ClientCommand.Typing typing) {
        requireSignedIn(session);
        signalTyping.signal(session, typing.room());
        return done(typing.ref());
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
        if (endedSessions.contains(session.id())) {
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
