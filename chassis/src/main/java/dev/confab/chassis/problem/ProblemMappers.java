package dev.confab.chassis.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Json;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.TimeoutException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The REST edge's one translation of failures; nothing of an unexpected failure but its being one leaves the process. */
final class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    @ServerExceptionMapper
    Response onConfabException(ConfabException failure) {
        return answer(failure);
    }

    @ServerExceptionMapper
    Response onMismatch(MismatchedInputException failure) {
        return answer(Json.refusal(failure));
    }

    @ServerExceptionMapper
    Response onBadJson(JsonProcessingException failure) {
        return answer(Json.refusal(failure));
    }

    @ServerExceptionMapper({AuthenticationFailedException.class, UnauthorizedException.class})
    @Priority(Priorities.USER - 1)
    Response onUnauthenticated() {
        return answer(new ConfabException(ErrorCode.UNAUTHENTICATED, "Sign in first: no valid access token was sent."));
    }

    @ServerExceptionMapper
    @Priority(Priorities.USER - 1)
    Response onForbidden(ForbiddenException failure) {
        return answer(new ConfabException(ErrorCode.FORBIDDEN, "This account may not do that."));
    }

    @ServerExceptionMapper
    Response onTimeout(TimeoutException failure) {
        return answer(ConfabException.unavailable("A part of the service"));
    }

    /** What REST itself finds wrong: unknown paths, methods, media types, unreadable bodies and parameters. */
    @ServerExceptionMapper
    Response onRequestError(WebApplicationException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfabException refused) {
                return answer(refused);
            }
            if (cause instanceof IOException unreadable && cause instanceof JsonProcessingException) {
                return answer(Json.refusal(unreadable));
            }
        }
        return answer(
                switch (failure.getResponse().getStatus()) {
                    case 401 -> new ConfabException(ErrorCode.UNAUTHENTICATED, "Sign in first.");
                    case 403 -> new ConfabException(ErrorCode.FORBIDDEN, "This account may not do that.");
                    case 404 -> new ConfabException(ErrorCode.NOT_FOUND, "There is nothing at this address.");
                    case 405 ->
                        new ConfabException(ErrorCode.METHOD_NOT_ALLOWED, "This address does not know that method.");
                    case 413 -> new ConfabException(ErrorCode.TOO_LARGE, "The body of the request is too large.");
                    case 415 -> new ConfabException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
                    default -> other(failure);
                });
    }

    private static ConfabException other(WebApplicationException failure) {
        return failure.getResponse().getStatus() >= 500
                ? unexpected(failure)
                : new ConfabException(ErrorCode.MALFORMED, "The request could not be read.");
    }

    @ServerExceptionMapper
    Response onUnexpected(Throwable failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfabException refused) {
                return answer(refused);
            }
        }
        return answer(unexpected(failure));
    }

    private static ConfabException unexpected(Throwable failure) {
        LOG.error("a request failed unexpectedly", failure);
        return new ConfabException(ErrorCode.INTERNAL, "Something went wrong on our side.");
    }

    private static Response answer(ConfabException failure) {
        return ProblemDetails.of(failure).toResponse();
    }
}
