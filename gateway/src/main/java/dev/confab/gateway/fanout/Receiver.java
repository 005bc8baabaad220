package dev.confab.gateway.fanout;

import dev.confab.protocol.CloseCode;
import io.netty.channel.EventLoop;
import java.util.List;

/**
 * The sending end of one client's connection. {@link #write} and {@link #flush} are called on its event loop only, so
 * what is written there in an order arrives in that order.
 */
public interface Receiver {
    EventLoop loop();

    /**
     * Puts frames into the connection's bounded queue; the frames stay the caller's. A receiver that reads too slowly
     * loses losable frames first ({@link Frames#areLosable}) and its connection after that, so that it resumes.
     *
     * @return whether they were taken
     */
    boolean write(Frames frames);

    /** As {@link #write(Frames)}, for frames that this receiver alone gets. */
    default boolean write(List<Frame> frames) {
        Frames own = Frames.encode(frames);
        try {
            return write(own);
        } finally {
            own.release();
        }
    }

    /** Sends what was written. */
    void flush();

    /** Sends what was written, and runs this on the event loop once all of it has left the queue; never, if it does not. */
    default void whenSent(Runnable then) {
        flush();
        loop().execute(then);
    }

    /** Has been put out of the room, and told so: nothing more of it comes. For those that are in one room only. */
    default void onEvicted() {}

    /** Ends the connection, from any thread. */
    void close(CloseCode why);
}
