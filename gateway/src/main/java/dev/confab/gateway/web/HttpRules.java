package dev.confab.gateway.web;

import dev.confab.chassis.problem.ProblemDetails;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What holds for every request, whoever answers it: one host and one identity, an address that can be read in one way only;
 * and for every answer: what is said to one person is kept by no cache.
 */
@ApplicationScoped
class HttpRules {
    /** What it adds to answers is added to those of other filters as well. */
    private static final int FIRST = 30_000;

    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.OPTIONS,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE);

    private static final String ALLOW =
            METHODS.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));

    /** A name, an IPv4 address or an IPv6 address in brackets; and perhaps a port. */
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://([^/?#]*).*");

    private final Site site;
    private final String strictTransport;

    /** @param strictTransport What Strict-Transport-Security says to those who come over HTTPS. */
    HttpRules(
            Site site,
            @ConfigProperty(name = "confab.strict-transport", defaultValue = "max-age=31536000; includeSubDomains")
                    String strictTransport) {
        this.site = site;
        this.strictTransport = strictTransport;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    /** Refuses what Vert.x itself finds wrong, such as a request without a host, as any other. */
    void mount(@Observes Router router) {
        router.route().order(Integer.MIN_VALUE).failureHandler(context -> {
            if (context.statusCode() == 400 && !context.response().headWritten()) {
                refuse(context, new ConfabException(ErrorCode.MALFORMED, "The request could not be read."));
            } else {
                context.next();
            }
        });
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        boolean secure = site.isSecure(request);
        context.addHeadersEndHandler(sending -> complete(request, context.response(), secure));
        Optional<ConfabException> wrong = judge(request);
        if (wrong.isPresent()) {
            refuse(context, wrong.get());
        } else if (request.uri().equals("*")) {
            context.response()
                    .setStatusCode(204)
                    .putHeader(HttpHeaders.ALLOW, ALLOW)
                    .end();
        } else {
            context.next();
        }
    }

    private void complete(HttpServerRequest request, HttpServerResponse response, boolean secure) {
        if (secure && !strictTransport.isBlank()) {
            response.putHeader("Strict-Transport-Security", strictTransport);
        }
        String path = request.path();
        if (path != null && path.startsWith("/api/") && !response.headers().contains(HttpHeaders.CACHE_CONTROL)) {
            response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        }
    }

    private Optional<ConfabException> judge(HttpServerRequest request) {
        if (!METHODS.contains(request.method())) {
            return refusal(ErrorCode.METHOD_NOT_ALLOWED, "This server does not know that method.");
        }
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        boolean namesOne = hosts.size() == 1 && HOST.matcher(hosts.getFirst()).matches();
        if (!namesOne && !(hosts.isEmpty() && request.version() == HttpVersion.HTTP_1_0)) {
            return refusal(ErrorCode.MALFORMED, "A request names one host.");
        }
        // what describes the API, which gateways ask of themselves, too
        boolean isAsked = !request.path().startsWith("/q/");
        if (namesOne && isAsked && !site.isCalled(hosts.getFirst())) {
            return refusal(ErrorCode.MALFORMED, "This server does not have that name.");
        }
        if (!isForHost(request, hosts)) {
            return refusal(ErrorCode.MALFORMED, "The address of the request can't be read.");
        }
        if (request.headers().getAll(HttpHeaders.AUTHORIZATION).size() > 1) {
            return refusal(ErrorCode.MALFORMED, "A request is made by one person.");
        }
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return refusal(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Bodies are sent uncompressed.");
        }
        return Optional.empty();
    }

    /** A path, or a whole address of the host that the request names. */
    private static boolean isForHost(HttpServerRequest request, List<String> hosts) {
        String target = request.uri();
        if (target.startsWith("/")) {
            return true;
        }
        var absolute = ABSOLUTE.matcher(target);
        return absolute.matches() && hosts.size() == 1 && absolute.group(1).equalsIgnoreCase(hosts.getFirst());
    }

    private static Optional<ConfabException> refusal(ErrorCode code, String detail) {
        return Optional.of(new ConfabException(code, detail));
    }

    private static void refuse(RoutingContext context, ConfabException why) {
        if (why.code() == ErrorCode.METHOD_NOT_ALLOWED) {
            context.response().putHeader(HttpHeaders.ALLOW, ALLOW);
        }
        ProblemDetails.refuse(context, why);
    }
}
