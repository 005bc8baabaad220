package dev.confab.gateway.stream;

import dev.confab.gateway.fanout.Frames;
import dev.confab.gateway.fanout.Receiver;
import dev.confab.protocol.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import io.vertx.core.buffer.impl.BufferImpl;
import io.vertx.core.http.HttpServerResponse;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes a room's events into the answer to a request. All streams share the bytes of an event. What waits for a slow reader
 * is bounded; one that does not keep up, or takes nothing for long, is cut off, since it would not take an ending either.
 * Apart from {@link #close}, confined to the event loop.
 */
final class StreamReceiver implements Receiver {
    /** Bytes that whatever waits takes besides its own. */
    private static final int OVERHEAD = 512;

    private final EventLoop loop;
    private final HttpServerResponse response;
    private final Runnable abort;
    private final EventFormat format;
    private final StreamConfig config;
    private final Queue<Runnable> whenSent = new ArrayDeque<>();
    private @Nullable ScheduledFuture<?> timer;
    private long waiting;
    private long takenAt;
    private boolean ended;

    /** @param abort breaks off the answer, whatever waits */
    StreamReceiver(
            EventLoop loop, HttpServerResponse response, Runnable abort, EventFormat format, StreamConfig config) {
        this.loop = loop;
        this.response = response;
        this.abort = abort;
        this.format = format;
        this.config = config;
    }

    /** Begins the answer. */
    void start() {
        timer = loop.scheduleAtFixedRate(
                this::check, config.keepAlive().toMillis(), config.keepAlive().toMillis(), TimeUnit.MILLISECONDS);
        write(EventFormat.comment());
    }

    /** There is nobody to write to any more, unless what was written and its end are still on their way. */
    void stop() {
        if (!ended) {
            giveUp();
        }
    }

    @Override
    public EventLoop loop() {
        return loop;
    }

    @Override
    public boolean write(Frames frames) {
        if (frames.areLosable()) {
            return true; // of the moment: not in streams
        }
        if (!ended && waiting > config.closeAbove()) {
            cutOff();
        }
        if (ended) {
            return false;
        }
        write(frames.encoded(format));
        return true;
    }

    @Override
    public void flush() {
        // what was written is on its way
    }

    @Override
    public void whenSent(Runnable then) {
        if (waiting == 0) {
            loop.execute(then);
        } else {
            whenSent.add(then);
        }
    }

    @Override
    public void onEvicted() {
        end();
    }

    @Override
    public void close(CloseCode why) {
        loop.execute(this::end);
    }

    /** Bytes that wait for the reader, and what they take besides. */
    long waiting() {
        return waiting;
    }

    private void write(ByteBuf bytes) {
        int size = bytes.readableBytes() + OVERHEAD;
        if (waiting == 0) {
            takenAt = System.nanoTime();
        }
        waiting += size;
        // a buffer that is not Vert.x's own is left for its owner to release
        response.write(BufferImpl.buffer(bytes)).onComplete(written -> {
            bytes.release();
            if (loop.inEventLoop()) {
                onTaken(size);
            } else {
                loop.execute(() -> onTaken(size));
            }
        });
    }

    private void onTaken(int size) {
        waiting -= size;
        takenAt = System.nanoTime();
        while (waiting == 0 && !whenSent.isEmpty()) {
            loop.execute(whenSent.remove());
        }
    }

    private void check() {
        if (waiting > 0 && System.nanoTime() - takenAt > config.stalledAfter().toNanos()) {
            cutOff();
        } else if (!ended && waiting == 0) {
            write(EventFormat.comment());
        }
    }

    private void end() {
        if (!ended) {
            ended = true;
            whenSent.clear();
            response.end().onComplete(over -> stopTimer());
        }
    }

    private void cutOff() {
        giveUp();
        abort.run();
    }

    private void giveUp() {
        ended = true;
        whenSent.clear();
        stopTimer();
    }

    private void stopTimer() {
        if (timer != null) {
            timer.cancel(false);
        }
    }
}
