package dev.confab.gateway.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/** What is below a request: it knows that the client has left before the request is told. */
public final class Channels {
    private Channels() {}

    public static Channel of(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channelHandlerContext().channel();
    }

    /** Ends a connection at once. Vert.x would wait until everything is sent, which is for ever if nobody reads. */
    public static void abort(Channel channel) {
        ChannelHandlerContext first = channel.pipeline().firstContext();
        ChannelFuture _ = first == null ? channel.close() : first.close();
    }
}
