package dev.confab.gateway.room;

import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.fanout.Frames;
import dev.confab.gateway.fanout.Receiver;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import java.util.List;
import java.util.function.Supplier;

/**
 * One connection's being in one stream, from join to leave. Apart from {@link #isLive}, confined to the receiver's event
 * loop.
 */
public final class Membership {
    /** Bytes of older events that are written at a time; the next wait until these are on their way. */
    static final int SLICE = 65_536;

    private final Stream stream;
    private final Receiver receiver;
    private final Username user;
    private final Position enteredAt;
    private State state = new Behind();
    private boolean newsMissed;
    private volatile boolean live = true;

    private sealed interface State {}

    /** Older events are being fetched. What happens meanwhile is fetched as well, so nothing waits here. */
    private record Behind() implements State {}

    /** Every event after {@code through} is to be delivered. */
    private record UpToDate(Position through) implements State {}

    /** An event of the stream that this client is to get, or has got already. */
    record Live(Position position, Frame frame) {}

    Membership(Stream stream, Receiver receiver, Username user, Position enteredAt) {
        this.stream = stream;
        this.receiver = receiver;
        this.user = user;
        this.enteredAt = enteredAt;
    }

    public Stream stream() {
        return stream;
    }

    public Username user() {
        return user;
    }

    /** How far the stream's log had been read then. */
    public Position enteredAt() {
        return enteredAt;
    }

    public Receiver receiver() {
        return receiver;
    }

    /** Whether the client is in the stream; false for good once it left or was put out. */
    public boolean isLive() {
        return live;
    }

    void end() {
        live = false;
    }

    boolean isBehind() {
        return state instanceof Behind;
    }

    /** Writes the last of what the client missed, and from now on what comes. */
    public void goLive(List<Frame> missed, Position through) {
        if (live) {
            state = new UpToDate(through);
            if (!missed.isEmpty()) {
                receiver.write(missed);
            }
        }
    }

    /** Writes some of what the client missed, as fast as it reads; stops for good once the client is out of the stream. */
    public void writeMissed(List<Frame> frames, Runnable then) {
        if (!live) {
            return;
        }
        int end = sliceOf(frames);
        if (end > 0) {
            receiver.write(frames.subList(0, end));
        }
        List<Frame> rest = frames.subList(end, frames.size());
        receiver.whenSent(rest.isEmpty() ? then : () -> writeMissed(rest, then));
    }

    /**
     * Tells who came and went, unless the client reads too slowly for that. Then it is told the whole once it can take it.
     *
     * @param snapshot what makes up for news that were missed
     */
    void tellPeople(Frames news, Supplier<List<Frame>> snapshot) {
        boolean taken = newsMissed ? receiver.write(snapshot.get()) : receiver.write(news);
        newsMissed = !taken;
    }

    private static int sliceOf(List<Frame> frames) {
        int bytes = 0;
        int end = 0;
        while (end < frames.size() && bytes < SLICE) {
            bytes += frames.get(end++).length();
        }
        return end;
    }

    /**
     * Delivers a batch's events of the stream.
     *
     * @param shared all of them, for receivers that need them all
     * @return whether something was written
     */
    boolean deliver(List<Live> events, Frames shared) {
        return switch (state) {
            case Behind b -> false;
            case UpToDate(Position through) -> {
                state = new UpToDate(latest(events, through));
                yield write(events, through, shared);
            }
        };
    }

    private boolean write(List<Live> events, Position through, Frames shared) {
        if (events.getFirst().position().isAfter(through)) {
            receiver.write(shared);
            return true;
        }
        List<Frame> rest = events.stream()
                .filter(event -> event.position().isAfter(through))
                .map(Live::frame)
                .toList();
        if (rest.isEmpty()) {
            return false;
        }
        receiver.write(rest);
        return true;
    }

    private static Position latest(List<Live> events, Position through) {
        Position last = events.getLast().position();
        return last.isAfter(through) ? last : through;
    }
}
