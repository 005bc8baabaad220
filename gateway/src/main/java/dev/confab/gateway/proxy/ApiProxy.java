package dev.confab.gateway.proxy;

import dev.confab.chassis.problem.ProblemDetails;
import dev.confab.gateway.proxy.Routes.Target;
import dev.confab.gateway.web.Channels;
import dev.confab.gateway.web.Origins;
import dev.confab.gateway.web.Refusals;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Json;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.StreamResetException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * The reverse proxy. Cookies end here: the access token goes on as a bearer token, and a request with which another
 * site's page could ride on a visitor's cookies is refused.
 */
@ApplicationScoped
class ApiProxy implements ProxyInterceptor {
    private static final Logger LOG = Logger.getLogger(ApiProxy.class);
    /** Services give up on what they need themselves after five seconds. */
    private static final Duration TIMEOUT = Duration.ofSeconds(7);
    /** Clients that send or take files slowly are given up elsewhere, and sooner. */
    private static final Duration TIMEOUT_OF_FILES = Duration.ofMinutes(10);

    /** For files, which take their time, and for all else. */
    private static final int CONNECTIONS = 256;

    /** Requests that may wait for such a connection. */
    private static final int WAITING = 1_000;

    /** The proxy would pass on a handshake as it came, headers and all, to services that have no WebSockets. */
    private static final ProxyOptions NO_WEB_SOCKETS = new ProxyOptions().setSupportWebSocket(false);

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Routes routes;
    private final Origins origins;
    private final Refusals refusals;
    private final HttpProxy proxy;
    private final HttpProxy fileProxy;

    ApiProxy(
            Vertx vertx,
            Routes routes,
            Origins origins,
            Refusals refusals,
            PassedHeaders headers,
            RequestBody requestBody) {
        this.routes = routes;
        this.origins = origins;
        this.refusals = refusals;
        this.proxy = proxy(vertx, headers, requestBody);
        this.fileProxy = proxy(vertx, headers, requestBody);
    }

    /** With connections of its own. */
    private HttpProxy proxy(Vertx vertx, PassedHeaders headers, RequestBody requestBody) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(CONNECTIONS)
                .setMaxWaitQueueSize(WAITING)
                .setConnectTimeout(2_000)
                .setKeepAliveTimeout(20));
        return HttpProxy.reverseProxy(NO_WEB_SOCKETS, client)
                .origin((OriginRequestProvider) this::requestTo)
                .addInterceptor(this)
                .addInterceptor(headers)
                .addInterceptor(requestBody);
    }

    void mount(@Observes Router router) {
        router.route("/api/*").handler(this::onRequest);
        router.route("/.well-known/jwks.json").handler(this::onRequest);
    }

    private void onRequest(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (!SAFE.contains(request.method()) && origins.isForeign(request)) {
            refusals.onForeign(request);
            ProblemDetails.refuse(
                    context, new ConfabException(ErrorCode.FORBIDDEN, "Requests from other sites are not allowed."));
        } else {
            routes.find(request.method(), request.path())
                    .ifPresentOrElse(target -> (target.hasFiles() ? fileProxy : proxy).handle(request), context::next);
        }
    }

    private Future<HttpClientRequest> requestTo(ProxyContext context) {
        HttpServerRequest asked = context.request().proxiedRequest();
        Target target = routes.find(asked.method(), asked.path()).orElseThrow();
        return context.client()
                .request(new RequestOptions()
                        .setHost(target.base().getHost())
                        .setPort(target.port())
                        .setSsl(target.isSecure())
                        .setTimeout((target.hasFiles() ? TIMEOUT_OF_FILES : TIMEOUT).toMillis()))
                // told by the answer that fails, too; without a handler it is an error in the log
                .map(request -> request.exceptionHandler(failure -> LOG.debug("a service was not heard out", failure)))
                .compose(request -> isGone(context) ? abandon(request) : Future.succeededFuture(request));
    }

    /** Whether whoever has asked is no longer there. */
    private static boolean isGone(ProxyContext context) {
        return !Channels.of(context.request().proxiedRequest()).isOpen();
    }

    /** Fails as a request does that the proxy takes back when its client leaves later. */
    private static Future<HttpClientRequest> abandon(HttpClientRequest request) {
        request.reset();
        return Future.failedFuture(new StreamResetException(0));
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        return context.sendRequest().recover(failure -> {
            if (failure instanceof StreamResetException clientLeft) {
                return Future.failedFuture(clientLeft);
            }
            return Future.succeededFuture(answer(context, reason(context, failure)));
        });
    }

    private static ConfabException reason(ProxyContext context, Throwable failure) {
        if (failure instanceof ConfabException refused) {
            return refused;
        }
        LOG.warnf("%s is not answered: %s", context.request().getURI(), failure.getMessage());
        return ConfabException.unavailable("This part of the service");
    }

    private static ProxyResponse answer(ProxyContext context, ConfabException refused) {
        ProblemDetails problem = ProblemDetails.of(refused);
        ProxyResponse response = context.request().release().response();
        if (refused.code() == ErrorCode.UNAVAILABLE) {
            response.putHeader("Retry-After", "2");
        }
        return response.setStatusCode(problem.status())
                .putHeader("Content-Type", ProblemDetails.MEDIA_TYPE)
                .setBody(Body.body(Buffer.buffer(Json.bytes(problem))));
    }
}
