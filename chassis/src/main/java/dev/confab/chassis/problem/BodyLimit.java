package dev.confab.chassis.problem;

import io.vertx.core.http.HttpServerRequest;

/** How large the body of a request may be, in bytes. */
@FunctionalInterface
public interface BodyLimit {
    long of(HttpServerRequest request);
}
