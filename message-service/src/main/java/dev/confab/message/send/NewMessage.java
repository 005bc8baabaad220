package dev.confab.message.send;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageText;
import org.jspecify.annotations.Nullable;

/**
 * What is sent.
 *
 * @param id made by the sender; the same id again is the same message
 */
record NewMessage(MessageId id, MessageText text) {
    NewMessage {
        require(id, "id");
        require(text, "text");
        text.requireVisible();
    }

    /** The body of the request, which may be {@code null}. */
    static NewMessage of(@Nullable NewMessage body) {
        if (body == null) {
            throw new ConfabException(ErrorCode.MALFORMED, "A body with 'id' and 'text' is needed.");
        }
        return body;
    }

    private static void require(@Nullable Object value, String field) {
        if (value == null) {
            throw new ConfabException(ErrorCode.INVALID, "'" + field + "' is missing.", field);
        }
    }
}
