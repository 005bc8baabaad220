package dev.confab.gateway.command;

import dev.confab.gateway.account.Accounts;
import dev.confab.gateway.log.LogEpoch;
import dev.confab.gateway.session.ClientSession;
import dev.confab.protocol.ClientCommand.Join;
import dev.confab.protocol.Conversation;
import dev.confab.protocol.Position;
import dev.confab.protocol.ServerFrame;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Target;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Has a client go on in a private conversation after what it has seen of it. */
@ApplicationScoped
class JoinConversation {
    private final Accounts accounts;
    private final ResumePoints resumePoints;
    private final EnterStream enterStream;
    private final LogEpoch epoch;

    JoinConversation(Accounts accounts, ResumePoints resumePoints, EnterStream enterStream, LogEpoch epoch) {
        this.accounts = accounts;
        this.resumePoints = resumePoints;
        this.enterStream = enterStream;
        this.epoch = epoch;
    }

    /** Done when the client is in; the answer has been sent by then or is on its way. */
    Uni<Void> join(ClientSession session, Join command, Username other) {
        Conversation conversation = Conversation.between(session.user(), other);
        StreamKey key = StreamKey.of(conversation);
        session.requirePlaceFor(key);
        return accounts.require(other)
                .chain(to -> resumePoints
                        .of(command, key)
                        .emitOn(session.receiver().loop())
                        .map(since -> enter(session, command, conversation, to.user(), since)))
                .replaceWithVoid();
    }

    private boolean enter(
            ClientSession session, Join command, Conversation conversation, Username to, Optional<Position> since) {
        return enterStream.enter(
                session,
                new Target.Person(to),
                Optional.empty(),
                Position.NONE,
                since,
                entry -> new ServerFrame.JoinedConversation(
                        command.ref(), conversation, to, entry.position(), epoch.current(), since.isPresent()));
    }
}
