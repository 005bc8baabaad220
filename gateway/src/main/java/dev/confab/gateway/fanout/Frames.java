package dev.confab.gateway.fanout;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.PooledByteBufAllocator;
import java.util.List;

/**
 * Frames that go to their receivers together, with their one encoding for the wire, which all receivers share. Counted:
 * whoever makes or retains it has to release it.
 */
public final class Frames {
    private final List<Frame> list;
    private final ByteBuf wire;

    private Frames(List<Frame> list) {
        this.list = List.copyOf(list);
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

    /** A view of the shared encoding for one receiver to write, which releases it. */
    public ByteBuf wire() {
        return wire.retainedDuplicate();
    }

    void retain() {
        wire.retain();
    }

    public void release() {
        wire.release();
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
