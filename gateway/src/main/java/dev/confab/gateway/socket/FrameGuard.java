package dev.confab.gateway.socket;

import dev.confab.gateway.connection.Connections;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.util.ReferenceCountUtil;

/**
 * What the pipeline of a WebSocket needs beside what Vert.x puts there: an end with a close frame when a frame is wrong, a
 * check of reserved bits (no extension is agreed upon) and of UTF-8, and a word in whether a ping may be answered.
 *
 * <p>Vert.x has the encoder behind the decoder, where what is written from here does not pass; so there is another one
 * before it.
 */
final class FrameGuard extends ChannelInboundHandlerAdapter {
    private final SocketReceiver receiver;
    /** A text has begun with an empty fragment, which Vert.x takes for none at all. */
    private boolean beginning;

    private FrameGuard(SocketReceiver receiver) {
        this.receiver = receiver;
    }

    static void install(Channel channel, SocketReceiver receiver) {
        ChannelPipeline pipeline = channel.pipeline();
        Connections.onUpgraded(channel);
        ChannelHandlerContext decoder = pipeline.context(WebSocketFrameDecoder.class);
        if (decoder != null) {
            pipeline.addAfter(decoder.name(), "confab-guard", new FrameGuard(receiver));
            pipeline.addAfter(decoder.name(), "confab-utf8", new Utf8FrameValidator());
            pipeline.addBefore(decoder.name(), "confab-close", new WebSocket13FrameEncoder(false));
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof WebSocketFrame frame && frame.rsv() != 0) {
            ReferenceCountUtil.release(message);
            end(context, WebSocketCloseStatus.PROTOCOL_ERROR);
        } else if (message instanceof PingWebSocketFrame && !receiver.mayAnswerPing()) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof TextWebSocketFrame text && isEmptyFragment(text)) {
            beginning = true;
            text.release();
        } else if (beginning && message instanceof ContinuationWebSocketFrame next) {
            begin(context, next);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void begin(ChannelHandlerContext context, ContinuationWebSocketFrame next) {
        if (isEmptyFragment(next)) {
            next.release();
        } else {
            beginning = false;
            context.fireChannelRead(new TextWebSocketFrame(next.isFinalFragment(), 0, next.content()));
        }
    }

    private static boolean isEmptyFragment(WebSocketFrame frame) {
        return !frame.isFinalFragment() && !frame.content().isReadable();
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        if (failure instanceof CorruptedWebSocketFrameException corrupt) {
            end(context, corrupt.closeStatus());
        } else {
            context.fireExceptionCaught(failure);
        }
    }

    private static void end(ChannelHandlerContext context, WebSocketCloseStatus why) {
        ChannelFuture _ = context.writeAndFlush(new CloseWebSocketFrame(why)).addListener(ChannelFutureListener.CLOSE);
    }
}
