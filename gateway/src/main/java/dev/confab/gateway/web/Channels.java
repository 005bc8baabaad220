package dev.confab.gateway.web;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;

/** What is below a request: it knows that the client has left before the request is told. */
public final class Channels {
    private Channels() {}

    public static Channel of(HttpServerRequest request) {
        return ((ConnectionBase) request.connection()).channelHandlerContext().channel();
    }
}
