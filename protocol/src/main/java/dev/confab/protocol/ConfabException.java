package dev.confab.protocol;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one road of errors: use cases fail with it, the edges (REST mapper, socket) translate it. The detail is written for
 * the person who made the request; it holds no class names and no secrets. Carries no stack trace, being an answer.
 */
public final class ConfabException extends RuntimeException {
    private final ErrorCode code;
    private final @Nullable String field;
    private final @Nullable Duration retryAfter;

    public ConfabException(ErrorCode code, String detail) {
        this(code, detail, null, null);
    }

    /** @param field the member of the request that is wrong, as it is named on the wire */
    public ConfabException(ErrorCode code, String detail, String field) {
        this(code, detail, field, null);
    }

    private ConfabException(ErrorCode code, String detail, @Nullable String field, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.code = code;
        this.field = field;
        this.retryAfter = retryAfter;
    }

    /** {@link ErrorCode#RATE_LIMITED}, to be tried again after the given time. */
    public static ConfabException rateLimited(Duration retryAfter) {
        return new ConfabException(
                ErrorCode.RATE_LIMITED, "Too many requests. Try again in a moment.", null, retryAfter);
    }

    /** {@link ErrorCode#UNAVAILABLE}: the named part is down. */
    public static ConfabException unavailable(String part) {
        return new ConfabException(ErrorCode.UNAVAILABLE, part + " is not available right now. Try again in a moment.");
    }

    public ErrorCode code() {
        return code;
    }

    /** Why, for the person who asked. */
    public String detail() {
        return String.valueOf(getMessage());
    }

    public Optional<String> field() {
        return Optional.ofNullable(field);
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
