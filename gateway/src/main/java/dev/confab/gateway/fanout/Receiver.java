package dev.confab.gateway.fanout;

import dev.confab.protocol.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;

/**
 * The sending end of one client's connection. {@link #write} and {@link #flush} are called on its event loop only, so
 * what is written there in an order arrives in that order.
 */
public interface Receiver {
    EventLoop loop();

    /**
     * Puts encoded frames into the connection's bounded queue; takes the buffer over. A receiver that reads too slowly
     * loses losable frames first and its connection after that.
     */
    void write(ByteBuf frames, Loss loss);

    /** Sends what was written. */
    void flush();

    /** Ends the connection, from any thread. */
    void close(CloseCode why);

    /** What may happen to a frame when its receiver reads too slowly. */
    enum Loss {
        /** Presence, typing: outdated soon. */
        DROP,
        /** Events of the log: rather close the connection, so that the client resumes. */
        CLOSE
    }
}
