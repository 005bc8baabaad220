package dev.confab.gateway.web;

import dev.confab.chassis.problem.ProblemDetails;
import dev.confab.chassis.rate.Rate;
import dev.confab.chassis.rate.TokenBuckets;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Username;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.jwt.auth.principal.JWTParser;
import io.smallrye.jwt.auth.principal.ParseException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Bounds how often the API is asked, by one user and from one address. A user is whoever the token says, if it is genuine:
 * else anybody could use up another's.
 */
@ApplicationScoped
class LimitRequests {
    /** After it is known who asks. */
    private static final int PRIORITY = 900;

    private static final String BEARER = "bearer ";
    /** Users, and addresses, that are remembered. */
    private static final int REMEMBERED = 25_000;

    private final Site site;
    private final JWTParser tokens;
    private final Optional<TokenBuckets<String>> byAddress;
    private final Optional<TokenBuckets<String>> byUser;
    private final Counter refused;

    LimitRequests(Site site, JWTParser tokens, RequestsConfig config, MeterRegistry metrics) {
        this.site = site;
        this.tokens = tokens;
        this.byAddress = buckets(config.perAddress(), config.perAddressBurst());
        this.byUser = buckets(config.perUser(), config.perUserBurst());
        this.refused = metrics.counter("confab.requests.refused");
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        HttpServerRequest request = context.request();
        Optional<Duration> wait = request.path().startsWith("/api/") ? judge(request) : Optional.empty();
        if (wait.isPresent()) {
            refused.increment();
            ProblemDetails.refuse(context, ConfabException.rateLimited(wait.get()));
        } else {
            context.next();
        }
    }

    private Optional<Duration> judge(HttpServerRequest request) {
        return byAddress
                .flatMap(addresses -> addresses.take(site.address(request)))
                .or(() -> byUser.flatMap(users -> user(request).flatMap(user -> users.take(user.key()))));
    }

    private static Optional<TokenBuckets<String>> buckets(int perSecond, int burst) {
        return perSecond == 0
                ? Optional.empty()
                : Optional.of(new TokenBuckets<>(Rate.perSecond(perSecond, burst), REMEMBERED));
    }

    private Optional<Username> user(HttpServerRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Username(
                    tokens.parse(header.substring(BEARER.length()).strip()).getName()));
        } catch (ParseException | ConfabException notGenuine) {
            return Optional.empty();
        }
    }
}
