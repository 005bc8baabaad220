package dev.confab.gateway.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.http.HttpServerOptions;

/**
 * Sees what comes before anything is made of it: a request has begun with its first byte. Puts the watch into the pipeline
 * once there is one, which Vert.x offers no other way to.
 */
final class FirstBytes extends ChannelInboundHandlerAdapter {
    private static final String NAME = "confab-first-bytes";
    private static final String WATCH = "confab-requests";
    /** As Vert.x calls them. */
    private static final String DECODER = "httpDecoder";

    private static final String SERVER = "handler";

    private final HttpConnection connection;
    private final HttpServerOptions limits;
    private boolean watched;

    private FirstBytes(HttpConnection connection, HttpServerOptions limits) {
        this.connection = connection;
        this.limits = limits;
    }

    static void install(ChannelPipeline pipeline, HttpConnection connection, HttpServerOptions limits) {
        pipeline.addLast(NAME, new FirstBytes(connection, limits));
    }

    static void remove(ChannelPipeline pipeline) {
        if (pipeline.get(NAME) != null) {
            pipeline.remove(NAME);
        }
        if (pipeline.get(WATCH) != null) {
            pipeline.remove(WATCH);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        connection.onConnected();
        context.fireChannelActive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        connection.onGone();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        watch(context.pipeline());
        connection.onBytes();
        context.fireChannelRead(bytes);
        if (watched) {
            connection.onRead();
        }
    }

    private void watch(ChannelPipeline pipeline) {
        if (!watched && pipeline.get(SERVER) != null) {
            watched = true;
            pipeline.addBefore(SERVER, WATCH, connection);
            if (pipeline.get(SslHandler.class) == null) {
                // below TLS it may be in the middle of something already
                RequestDecoder decoder = new RequestDecoder(limits);
                pipeline.replace(DECODER, DECODER, decoder);
                connection.knowing(decoder::isMidway);
            }
        }
    }
}
