package dev.confab.message.history;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters by which histories are paged. */
public final class PageRequest {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    @QueryParam("before")
    @Parameter(description = "The newest messages before this position or cursor")
    @Nullable
    String before;

    @QueryParam("after")
    @Parameter(description = "The oldest messages after this position or cursor")
    @Nullable
    String after;

    @QueryParam("around")
    @Parameter(description = "The messages around this position or cursor")
    @Nullable
    String around;

    @QueryParam("limit")
    @Parameter(description = "Most messages to answer with: 50 if absent, at most 200")
    @Nullable
    String limit;

    int limit() {
        return limit(limit);
    }

    /** @throws ConfabException unless it is a number from 1 to 200, or absent */
    public static int limit(@Nullable String text) {
        return limit(text, DEFAULT_LIMIT, MAX_LIMIT);
    }

    static int limit(@Nullable String text, int ifAbsent, int most) {
        if (text == null) {
            return ifAbsent;
        }
        int limit = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (limit < 1 || limit > most) {
            throw new ConfabException(ErrorCode.INVALID, "'limit' is a number from 1 to " + most + ".", "limit");
        }
        return limit;
    }

    Span span(int presentEpoch) {
        if (Stream.of(before, after, around).filter(Objects::nonNull).count() > 1) {
            throw new ConfabException(
                    ErrorCode.INVALID, "Only one of 'before', 'after' and 'around' can be asked for.");
        }
        return Optional.ofNullable(before)
                .<Span>map(text -> new Span.Before(Cursor.parse(text, "before", presentEpoch)))
                .or(() -> Optional.ofNullable(after)
                        .map(text -> new Span.After(Cursor.parse(text, "after", presentEpoch))))
                .or(() -> Optional.ofNullable(around)
                        .map(text -> new Span.Around(Cursor.parse(text, "around", presentEpoch))))
                .orElseGet(Span.Latest::new);
    }
}
