package dev.confab.gateway.proxy;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.StreamResetException;
import io.vertx.core.streams.ReadStream;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyRequest;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes in the whole of a request before a service is asked: who sends slowly, or leaves half-way, holds none of the
 * connections to services, of which there are few.
 */
@ApplicationScoped
class RequestBody implements ProxyInterceptor {
    private static final String BODY = "confab.body";

    private final long maxBytes;

    RequestBody(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBodySize) {
        this.maxBytes = maxBodySize.asLongValue();
    }

    /** Of a request that has been passed on. */
    static Buffer of(ProxyContext context) {
        return context.get(BODY, Buffer.class);
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        ProxyRequest request = context.request();
        return read(request.getBody().stream()).compose(body -> {
            context.set(BODY, body);
            request.setBody(body.length() == 0 ? null : Body.body(body));
            return context.sendRequest();
        });
    }

    private Future<Buffer> read(ReadStream<Buffer> stream) {
        Promise<Buffer> read = Promise.promise();
        Buffer all = Buffer.buffer();
        stream.exceptionHandler(clientLeft -> read.tryFail(new StreamResetException(0, clientLeft)));
        stream.endHandler(end -> read.tryComplete(all));
        stream.handler(part -> {
            if (all.length() + part.length() <= maxBytes) {
                all.appendBuffer(part);
            } else {
                // one that says its length is refused before it comes here
                read.tryFail(new ConfabException(ErrorCode.TOO_LARGE, "The body of the request is too large."));
            }
        });
        stream.resume();
        return read.future();
    }
}
