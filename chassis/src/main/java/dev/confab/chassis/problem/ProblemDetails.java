package dev.confab.chassis.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/**
 * An error as REST answers it: {@code application/problem+json} of RFC 9457.
 *
 * @param type a URN made of the code
 * @param field the member of the request that is wrong, if one is
 * @param retryAfter seconds after which to try again, if that is known
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ProblemDetails(
        String type,
        String title,
        int status,
        String detail,
        ErrorCode code,
        Optional<String> field,
        Optional<Long> retryAfter) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static ProblemDetails of(ConfabException failure) {
        ErrorCode code = failure.code();
        return new ProblemDetails(
                "urn:confab:error:" + code.wire(),
                code.title(),
                code.httpStatus(),
                failure.detail(),
                code,
                failure.field(),
                failure.retryAfter().map(ProblemDetails::wholeSeconds));
    }

    /** The complete answer, with {@code Retry-After} and {@code WWW-Authenticate} where they belong. */
    public Response toResponse() {
        Response.ResponseBuilder answer =
                Response.status(status).type(MEDIA_TYPE).entity(this);
        retryAfter.ifPresent(seconds -> answer.header("Retry-After", seconds));
        if (code == ErrorCode.UNAUTHENTICATED) {
            answer.header("WWW-Authenticate", "Bearer");
        }
        return answer.build();
    }

    /** Answers a request that gets no further than a filter. */
    public static void refuse(RoutingContext context, ConfabException refused) {
        ProblemDetails problem = of(refused);
        problem.retryAfter()
                .ifPresent(seconds -> context.response().putHeader(HttpHeaders.RETRY_AFTER, seconds.toString()));
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .end(Buffer.buffer(Json.bytes(problem)));
    }

    private static long wholeSeconds(Duration wait) {
        return Math.max(1, (wait.toMillis() + 999) / 1000);
    }
}
