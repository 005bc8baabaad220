package dev.confab.message.history;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Position;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** The parameters by which a gap is asked for. */
public final class EventsRequest {
    private static final int DEFAULT_LIMIT = 500;
    private static final int MAX_LIMIT = 1_000;

    @QueryParam("after")
    @Nullable
    String after;

    @QueryParam("upTo")
    @Nullable
    String upTo;

    @QueryParam("limit")
    @Nullable
    String limit;

    Position after() {
        return position(after, "after");
    }

    Position upTo() {
        return position(upTo, "upTo");
    }

    int limit() {
        return PageRequest.limit(limit, DEFAULT_LIMIT, MAX_LIMIT);
    }

    private static Position position(@Nullable String text, String parameter) {
        if (text == null || !text.matches("-1|\\d{1,18}")) {
            throw new ConfabException(ErrorCode.INVALID, "'" + parameter + "' is a position.", parameter);
        }
        return new Position(Long.parseLong(text));
    }
}
