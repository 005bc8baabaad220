package dev.confab.chassis.problem;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jspecify.annotations.Nullable;

/** Answers bodies that say themselves that they are too large as any other error; Quarkus would say nothing but 413. */
@ApplicationScoped
class RefuseLargeBodies {
    private static final int FIRST = 10_000;
    /** Of a larger body the rest is not read, at the price that the client may not see the answer. */
    private static final long MAX_DRAINED_BYTES = 16L * 1024 * 1024;

    /** After Quarkus has said how many bytes are read of a body that does not tell its length. */
    private static final int AFTER_LIMIT = 1;

    private static final String LIMIT = "io.quarkus.max-request-size";

    private final BodyLimit limit;

    RefuseLargeBodies(BodyLimit limit) {
        this.limit = limit;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
        filters.register(this::setLimit, AFTER_LIMIT);
    }

    private void setLimit(RoutingContext context) {
        context.put(LIMIT, limit.of(context.request()));
        context.next();
    }

    private void check(RoutingContext context) {
        long length = contentLength(context.request().getHeader(HttpHeaders.CONTENT_LENGTH));
        if (length <= limit.of(context.request())) {
            context.next();
            return;
        }
        ProblemDetails.refuse(
                context, new ConfabException(ErrorCode.TOO_LARGE, "The body of the request is too large."));
        if (length <= MAX_DRAINED_BYTES) {
            context.request().resume();
        } else {
            context.request().connection().close();
        }
    }

    private static long contentLength(@Nullable String header) {
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException notANumber) {
            return 0;
        }
    }
}
