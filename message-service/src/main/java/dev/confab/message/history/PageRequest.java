package dev.confab.message.history;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Username;
import jakarta.ws.rs.QueryParam;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters by which histories are paged. */
public final class PageRequest {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");

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

    @QueryParam("at")
    @Parameter(description = "The messages around the first one at or after this time (RFC 3339)")
    @Nullable
    String at;

    @QueryParam("thread")
    @Parameter(
            description =
                    "The thread of this message, {author}/{id}, in place of the stream itself: without other parameters"
                            + " the message itself and the newest answers")
    @Nullable
    String thread;

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

    public static int limit(@Nullable String text, int ifAbsent, int most) {
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
        if (Stream.of(before, after, around, at).filter(Objects::nonNull).count() > 1) {
            throw new ConfabException(
                    ErrorCode.INVALID, "Only one of 'before', 'after', 'around' and 'at' can be asked for.");
        }
        return Optional.ofNullable(before)
                .<Span>map(text -> new Span.Before(Cursor.parse(text, "before", presentEpoch)))
                .or(() -> Optional.ofNullable(after)
                        .map(text -> new Span.After(Cursor.parse(text, "after", presentEpoch))))
                .or(() -> Optional.ofNullable(around)
                        .map(text -> new Span.Around(Cursor.parse(text, "around", presentEpoch))))
                .or(() -> Optional.ofNullable(at).map(this::since))
                .orElseGet(Span.Latest::new);
    }

    private Span since(String text) {
        if (thread != null) {
            throw new ConfabException(ErrorCode.INVALID, "'at' can't be asked for within a thread.", "at");
        }
        if (TIME.matcher(text).matches()) {
            try {
                return new Span.Since(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeParseException noSuchTime) {
                // as the next one
            }
        }
        throw new ConfabException(ErrorCode.INVALID, "'at' is a time as in RFC 3339.", "at");
    }

    /** The root of the thread that is asked for. */
    Optional<MessageRef> thread() {
        return Optional.ofNullable(thread).map(PageRequest::ref);
    }

    private static MessageRef ref(String text) {
        int slash = text.indexOf('/');
        try {
            return new MessageRef(
                    new Username(text.substring(0, Math.max(0, slash))), MessageId.of(text.substring(slash + 1)));
        } catch (ConfabException noRef) {
            throw new ConfabException(ErrorCode.INVALID, "'thread' is '{author}/{id}' of a message.", "thread");
        }
    }
}
