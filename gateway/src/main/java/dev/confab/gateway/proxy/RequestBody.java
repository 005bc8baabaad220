package dev.confab.gateway.proxy;

import dev.confab.chassis.problem.BodyLimit;
import dev.confab.gateway.upload.Uploads;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Takes in the whole of a request before a service is asked: who sends slowly, or leaves half-way, holds none of the
 * connections to services, of which there are few. What all bodies take together is bounded before they come here. An upload
 * passes through in pieces, as fast as media-service takes them, over connections that nothing else needs.
 */
@ApplicationScoped
class RequestBody implements ProxyInterceptor {
    private static final String BODY = "confab.body";

    private final BodyLimit limit;

    RequestBody(BodyLimit limit) {
        this.limit = limit;
    }

    /** Of a request that has been passed on. */
    static Buffer of(ProxyContext context) {
        return context.get(BODY, Buffer.class);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        HttpServerRequest asked = request.proxiedRequest();
        if (Uploads.is(asked.method().name(), asked.path())) {
            return context.sendRequest();
        }
        return new Incoming(limit.of(asked)).read(request.getBody().stream()).compose(body -> {
            context.set(BODY, body);
            request.setBody(body.length() == 0 ? null : Body.body(body));
            return context.sendRequest();
        });
    }

    /** A body of which some has come. On its connection's event loop. */
    private static final class Incoming {
        private final Promise<Buffer> whole = Promise.promise();
        private final long maxBytes;
        private Buffer soFar = Buffer.buffer();

        Incoming(long maxBytes) {
            this.maxBytes = maxBytes;
        }

        Future<Buffer> read(ReadStream<Buffer> stream) {
            stream.exceptionHandler(clientLeft -> whole.tryFail(new StreamResetException(0, clientLeft)));
            stream.endHandler(end -> whole.tryComplete(soFar));
            stream.handler(this::onPart);
            stream.resume();
            return whole.future();
        }

        private void onPart(Buffer part) {
            if (whole.future().isComplete()) {
                return;
            }
            if (soFar.length() + part.length() > maxBytes) {
                // one that says its length is refused before it comes here
                soFar = Buffer.buffer();
                whole.tryFail(new ConfabException(ErrorCode.TOO_LARGE, "The body of the request is too large."));
            } else {
                soFar.appendBuffer(part);
            }
        }
    }
}
