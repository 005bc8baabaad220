package dev.confab.gateway.connection;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/** Knows whether there are bytes of a request that is not there yet, be it part of a head that nobody else has seen. */
final class RequestDecoder extends VertxHttpRequestDecoder {
    private boolean midway;

    RequestDecoder(HttpServerOptions limits) {
        super(limits);
    }

    boolean isMidway() {
        return midway;
    }

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> messages) throws Exception {
        int before = messages.size();
        super.decode(context, bytes, messages);
        midway = messages.size() == before || !(messages.getLast() instanceof LastHttpContent);
    }
}
