package dev.confab.room;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Joining an open room and banning without a reason need no body, and who sends none gives it no type. REST would refuse
 * that as an unknown media type.
 */
@ApplicationScoped
class BodilessRequests {
    private static final int EARLY = 1_000;

    void install(@Observes Filters filters) {
        filters.register(
                context -> {
                    HttpServerRequest request = context.request();
                    if (hasNoBody(request) && !request.headers().contains(HttpHeaders.CONTENT_TYPE)) {
                        request.headers().set(HttpHeaders.CONTENT_TYPE, "application/json");
                    }
                    context.next();
                },
                EARLY);
    }

    private static boolean hasNoBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return (length == null || length.equals("0")) && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }
}
