package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The one catalogue of errors, shared by REST ({@code code} of the problem details) and WebSocket ({@code error}). */
public enum ErrorCode {
    MALFORMED(400, false, "The request could not be read"),
    INVALID(400, false, "A value is not allowed"),
    TOO_LONG(400, false, "A value is too long"),
    TOO_LARGE(413, false, "The request is too large"),
    UNAUTHENTICATED(401, false, "Sign in first"),
    BAD_CREDENTIALS(401, false, "Wrong username or password"),
    FORBIDDEN(403, false, "Not allowed"),
    WRONG_PASSWORD(403, false, "Wrong password"),
    BANNED(403, false, "Banned from this room"),
    NOT_JOINED(403, false, "Join the room first"),
    NOT_FOUND(404, false, "Not found"),
    METHOD_NOT_ALLOWED(405, false, "Method not allowed"),
    UNSUPPORTED_MEDIA_TYPE(415, false, "Unsupported media type"),
    CONFLICT(409, false, "In conflict with the present state"),
    USERNAME_TAKEN(409, false, "The username is taken"),
    ROOM_EXISTS(409, false, "A room of this name exists"),
    RATE_LIMITED(429, true, "Too many requests"),
    UNAVAILABLE(503, true, "A part of the service is down"),
    INTERNAL(500, true, "Something went wrong");

    private final int httpStatus;
    private final boolean retryable;
    private final String title;

    ErrorCode(int httpStatus, boolean retryable, String title) {
        this.httpStatus = httpStatus;
        this.retryable = retryable;
        this.title = title;
    }

    /** As written on the wire: {@code snake_case}. */
    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** Whether the same request may succeed later without a change by the client. */
    public boolean retryable() {
        return retryable;
    }

    public String title() {
        return title;
    }
}
