package dev.confab.gateway.stream;

import dev.confab.gateway.log.LogEpoch;
import dev.confab.gateway.web.Channels;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes the answer to a request one that events can be written into. */
@ApplicationScoped
class OpenStream {
    /** Of HTTP/2: the stream is no longer needed. */
    private static final long CANCEL = 8;

    private final LogEpoch epoch;
    private final StreamConfig config;
    private final Counter cutOff;

    OpenStream(LogEpoch epoch, StreamConfig config, MeterRegistry metrics) {
        this.epoch = epoch;
        this.config = config;
        this.cutOff = metrics.counter("confab.streams.cut-off");
    }

    StreamReceiver over(HttpServerRequest request) {
        HttpServerResponse response = request.response();
        // or else clients that leave are logged as errors
        response.exceptionHandler(clientLeft -> {});
        Channel channel = Channels.of(request);
        return new StreamReceiver(
                channel.eventLoop(), response, () -> abort(request, channel), new EventFormat(epoch.current()), config);
    }

    private void abort(HttpServerRequest request, Channel channel) {
        cutOff.increment();
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset(CANCEL);
        } else {
            Channels.abort(channel);
        }
    }
}
