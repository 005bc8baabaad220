package dev.confab.gateway.room;

import dev.confab.gateway.fanout.Fanout;
import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.room.Membership.Live;
import dev.confab.protocol.Content;
import dev.confab.protocol.Decision;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.Position;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import java.util.List;
import java.util.Optional;

/**
 * The stream of a private conversation. Its two people are in it on every connection without asking; one that asks to go on
 * after a position has a {@link Membership} from then on, and gets everything through that.
 */
public final class PrivateConversation extends Stream {
    private final Listeners listeners;

    /** Brings events to the connections of the conversation's two people that have not asked to be in. */
    public interface Listeners {
        void deliver(StreamKey conversation, List<Frame> events, Fanout out);

        /** Whether there are any, members or not. */
        boolean areThere(StreamKey conversation);
    }

    PrivateConversation(StreamKey key, Position floor, RoomConfig config, MemoryBudget budget, Listeners listeners) {
        super(key, floor, config, budget, Attendance.UNTOLD);
        this.listeners = listeners;
    }

    @Override
    boolean admits(Arrival arrival) {
        return true;
    }

    @Override
    public boolean goesBackTo(Position position) {
        return true;
    }

    @Override
    public Optional<Position> authorize(Username user, Position since, Position read) {
        return Optional.empty();
    }

    @Override
    public boolean isModerator(Username user) {
        return false;
    }

    @Override
    boolean breaksRules(LoggedEvent logged) {
        return !(logged.event() instanceof Content content) || content.isVoidByItself();
    }

    /** Takes note of what was written when it concerned nobody here. */
    void onWrittenBefore(PassedOver.Written written) {
        remember(written.from(), written.id(), new Sent(written.position(), written.at()));
    }

    @Override
    void onDecision(Decision decision, Position position, Frame frame, Fanout out) {
        // nobody decides about a private conversation
    }

    @Override
    void deliver(List<Live> events, Fanout out) {
        super.deliver(events, out);
        listeners.deliver(key(), events.stream().map(Live::frame).toList(), out);
    }
}
