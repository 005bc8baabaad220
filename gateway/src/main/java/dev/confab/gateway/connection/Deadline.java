package dev.confab.gateway.connection;

import io.micrometer.core.instrument.Counter;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Closes a connection unless it is stopped in time. On the connection's event loop. */
final class Deadline {
    private final Channel channel;
    private final Duration within;
    private final Counter missed;
    private @Nullable ScheduledFuture<?> running;

    Deadline(Channel channel, Duration within, Counter missed) {
        this.channel = channel;
        this.within = within;
        this.missed = missed;
    }

    /** One that runs goes on. */
    void start() {
        if (running == null) {
            running = channel.eventLoop().schedule(this::cutOff, within.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    void stop() {
        if (running != null) {
            running.cancel(false);
            running = null;
        }
    }

    private void cutOff() {
        missed.increment();
        ChannelFuture _ = channel.close();
    }
}
