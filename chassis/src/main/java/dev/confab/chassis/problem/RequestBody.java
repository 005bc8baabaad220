package dev.confab.chassis.problem;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import org.jspecify.annotations.Nullable;

/** The bodies of requests, as REST hands them over: an empty one, or JSON's null, is null. */
public final class RequestBody {
    private RequestBody() {}

    /** @throws ConfabException {@link ErrorCode#MALFORMED} if there is none */
    public static <T> T require(@Nullable T body) {
        if (body == null) {
            throw new ConfabException(ErrorCode.MALFORMED, "The request has no body, but needs one.");
        }
        return body;
    }
}
