package dev.confab.gateway.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Frames that go to their receivers together, with their one encoding for the wire, which all receivers share. Counted:
 * whoever makes or retains it has to release it.
 */
public final class Frames {
    private final List<Frame> list;
    private final boolean losable;
    private final ByteBuf wire;
    private final AtomicInteger holders = new AtomicInteger(1);
    private @Nullable ByteBuf otherwise;

    private Frames(List<Frame> list) {
        this.list = List.copyOf(list);
        this.losable = list.stream().allMatch(Frame::isLosable);
        int size = list.stream().mapToInt(Frame::maxWireLength).sum();
        this.wire = PooledByteBufAllocator.DEFAULT.directBuffer(size);
        list.forEach(frame -> frame.writeTo(wire));
    }

    /** Encodes the frames; to be released. */
    public static Frames encode(List<Frame> frames) {
        return new Frames(frames);
    }

    public List<Frame> list() {
        return list;
    }

    /** Whether a client that reads too slowly may do without all of them. */
    public boolean areLosable() {
        return losable;
    }

    /** A view of the shared encoding for one receiver to write, which releases it. */
    public ByteBuf wire() {
        return wire.retainedDuplicate();
    }

    /**
     * A view of the frames as they are encoded for receivers that are no WebSockets. Made when the first of them asks, and
     * shared by all; to be released.
     *
     * @param encoding the same at each call
     */
    public synchronized ByteBuf encoded(Function<List<Frame>, ByteBuf> encoding) {
        if (otherwise == null) {
            otherwise = encoding.apply(list);
        }
        return otherwise.retainedDuplicate();
    }

    void retain() {
        holders.incrementAndGet();
    }

    public synchronized void release() {
        if (holders.decrementAndGet() == 0) {
            wire.release();
            if (otherwise != null) {
                otherwise.release();
            }
        }
    }

    /** Runs a delivery later, on the receivers' event loop, with the frames kept until it has run. */
    public Fanout.Delivery deferred(Fanout.Delivery delivery) {
        retain();
        return touched -> {
            try {
                delivery.deliver(touched);
            } finally {
                release();
            }
        };
    }
}
