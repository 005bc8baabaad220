package dev.confab.gateway.socket;

import io.micrometer.core.instrument.Counter;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cuts off whoever connects and says nothing, or sends a request so slowly that it could not be answered in time. Until
 * the connection is a WebSocket.
 */
final class AnswerDeadline extends ChannelDuplexHandler {
    static final String NAME = "confab-answer-deadline";

    private final Duration within;
    private final Counter slow;
    private @Nullable ScheduledFuture<?> deadline;

    AnswerDeadline(Duration within, Counter slow) {
        this.within = within;
        this.slow = slow;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        start(context);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        start(context);
        context.fireChannelRead(bytes);
    }

    @Override
    public void write(ChannelHandlerContext context, Object answer, ChannelPromise promise) {
        stop();
        ChannelFuture _ = context.write(answer, promise);
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        stop();
    }

    private void start(ChannelHandlerContext context) {
        if (deadline == null) {
            deadline = context.executor().schedule(() -> cutOff(context), within.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void stop() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    private void cutOff(ChannelHandlerContext context) {
        slow.increment();
        ChannelFuture _ = context.close();
    }
}
