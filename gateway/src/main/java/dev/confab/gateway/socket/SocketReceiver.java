package dev.confab.gateway.socket;

import dev.confab.chassis.rate.Rate;
import dev.confab.chassis.rate.TokenBucket;
import dev.confab.gateway.fanout.Frames;
import dev.confab.gateway.fanout.Receiver;
import dev.confab.gateway.web.Channels;
import dev.confab.protocol.CloseCode;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelOutboundInvoker;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.util.concurrent.ScheduledFuture;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Writes frames that are encoded already straight into a connection's Netty channel: they pass the channel's WebSocket
 * encoder untouched. Whatever waits there for a slow reader is bounded.
 */
final class SocketReceiver implements Receiver {
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Channel channel;
    private final WebSocketConnection connection;
    private final SocketConfig config;
    private final SocketMetrics metrics;
    private final TokenBucket pings;
    private volatile long heardAt = System.nanoTime();
    private volatile boolean closing;

    SocketReceiver(Channel channel, WebSocketConnection connection, SocketConfig config, SocketMetrics metrics) {
        this.channel = channel;
        this.connection = connection;
        this.config = config;
        this.metrics = metrics;
        this.pings = new TokenBucket(Rate.perSecond(config.pings(), config.pingBurst()), System.nanoTime());
    }

    @Override
    public EventLoop loop() {
        return channel.eventLoop();
    }

    @Override
    public boolean write(Frames frames) {
        long waiting = waiting();
        if (closing || waiting > config.closeAbove()) {
            close(CloseCode.TOO_SLOW);
            return false;
        }
        if (frames.areLosable() && waiting > config.dropAbove()) {
            metrics.onDropped();
            return false;
        }
        ChannelFuture _ = out().write(frames.wire(), channel.voidPromise());
        return true;
    }

    @Override
    public void flush() {
        ChannelOutboundInvoker _ = out().flush();
    }

    @Override
    public void whenSent(Runnable then) {
        ChannelFuture _ = channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(sent -> {
            if (sent.isSuccess()) {
                then.run();
            }
        });
    }

    @Override
    public void close(CloseCode why) {
        if (closing || connection.isClosed()) {
            return;
        }
        closing = true;
        metrics.onClosing(why);
        connection.close(new CloseReason(why.code(), why.reason())).subscribe().with(closed -> {}, failure -> abort());
        ScheduledFuture<?> _ = loop().schedule(this::abort, GRACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isClosing() {
        return closing;
    }

    /** The client gave a sign of life. */
    void onHeard() {
        heardAt = System.nanoTime();
    }

    /** Whether a ping is to be answered; ends the connection of whoever floods, or does not take the answers. */
    boolean mayAnswerPing() {
        if (waiting() > config.closeAbove()) {
            close(CloseCode.TOO_SLOW);
        } else if (pings.take(System.nanoTime()).isPresent()) {
            close(CloseCode.POLICY);
        }
        return !closing;
    }

    /** Pings a silent connection, and closes one that does not answer. */
    void check(long now) {
        long silent = now - heardAt;
        if (silent > config.closeAfter().toNanos()) {
            abort();
        } else if (silent > config.pingAfter().toNanos()) {
            ChannelFuture _ =
                    channel.writeAndFlush(new PingWebSocketFrame(Unpooled.EMPTY_BUFFER), channel.voidPromise());
        }
    }

    private void abort() {
        Channels.abort(channel);
    }

    /** Past all handlers: what is encoded already concerns none of them, and a receiver in a crowd passes here often. */
    private ChannelOutboundInvoker out() {
        ChannelHandlerContext first = channel.pipeline().firstContext();
        return first == null ? channel : first;
    }

    private long waiting() {
        ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }
}
