package dev.confab.chassis.problem;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * A path names exactly one thing, or is refused. What is between here and the resource takes some paths for others: REST
 * cuts segments off at a semicolon, routers resolve dots and double slashes, decoders put one character for all bytes that
 * they do not understand. So {@code DELETE /api/rooms/ops;old} would delete ops. It holds in every service by itself, since
 * programs may use any of them.
 */
@ApplicationScoped
class RefuseAmbiguousPaths {
    /** Before anybody looks at the path. */
    private static final int FIRST = 20_000;

    void register(@Observes Filters filters) {
        filters.register(RefuseAmbiguousPaths::check, FIRST);
    }

    private static void check(RoutingContext context) {
        if (RawPath.namesOneThing(context.request().path())) {
            context.next();
            return;
        }
        ProblemDetails.refuse(
                context,
                new ConfabException(
                        ErrorCode.MALFORMED,
                        "The path can be read in more than one way. Percent-encode the names in it."));
        context.request().resume();
    }
}
