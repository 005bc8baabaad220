package dev.confab.gateway.room;

import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.fanout.Frames;
import dev.confab.gateway.fanout.Receiver;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import java.util.ArrayList;
import java.util.List;

/**
 * One connection's being in one room, from join to leave. Apart from {@link #isLive}, confined to the receiver's event
 * loop.
 */
public final class Membership {
    /** Events that may wait while older ones are fetched; a client that has more to wait for comes back later. */
    static final int MAX_WAITING = 1_000;

    private final Room room;
    private final Receiver receiver;
    private final Username user;
    private State state = new Waiting(new ArrayList<>());
    private volatile boolean live = true;

    private sealed interface State {}

    /** Older events are being fetched; what happens meanwhile waits here. */
    private record Waiting(List<Live> events) implements State {}

    /** Up to date: every event after {@code through} is to be delivered. */
    private record UpToDate(Position through) implements State {}

    /** An event of the room that this client is to get, or has got already. */
    record Live(Position position, Frame frame) {}

    Membership(Room room, Receiver receiver, Username user) {
        this.room = room;
        this.receiver = receiver;
        this.user = user;
    }

    public Room room() {
        return room;
    }

    public Username user() {
        return user;
    }

    public Receiver receiver() {
        return receiver;
    }

    /** Whether the client is in the room; false for good once it left or was put out. */
    public boolean isLive() {
        return live;
    }

    void end() {
        live = false;
    }

    /** Writes what the client missed, then what waited, and from now on what comes. */
    public void catchUp(List<Frame> missed, Position through) {
        List<Frame> frames = new ArrayList<>(missed);
        Position last = through;
        if (state instanceof Waiting(List<Live> events)) {
            for (Live event : events) {
                if (event.position().isAfter(last)) {
                    frames.add(event.frame());
                    last = event.position();
                }
            }
        }
        state = new UpToDate(last);
        if (!frames.isEmpty()) {
            receiver.write(frames, Receiver.Loss.CLOSE);
        }
    }

    /**
     * Delivers a batch's events of the room.
     *
     * @param shared all of them, for receivers that need them all
     * @return whether something was written
     */
    boolean deliver(List<Live> events, Frames shared) {
        return switch (state) {
            case Waiting(List<Live> waiting) -> hold(waiting, events);
            case UpToDate(Position through) -> {
                state = new UpToDate(latest(events, through));
                yield write(events, through, shared);
            }
        };
    }

    private boolean hold(List<Live> waiting, List<Live> events) {
        if (waiting.size() + events.size() > MAX_WAITING) {
            waiting.clear();
            state = new UpToDate(new Position(Long.MAX_VALUE));
            receiver.close(CloseCode.TOO_SLOW);
        } else {
            waiting.addAll(events);
        }
        return false;
    }

    private boolean write(List<Live> events, Position through, Frames shared) {
        if (events.getFirst().position().isAfter(through)) {
            receiver.write(shared, Receiver.Loss.CLOSE);
            return true;
        }
        List<Frame> rest = events.stream()
                .filter(event -> event.position().isAfter(through))
                .map(Live::frame)
                .toList();
        if (rest.isEmpty()) {
            return false;
        }
        receiver.write(rest, Receiver.Loss.CLOSE);
        return true;
    }

    private static Position latest(List<Live> events, Position through) {
        Position last = events.getLast().position();
        return last.isAfter(through) ? last : through;
    }
}
