package dev.confab.room.paging;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which page of a list that is ordered by key.
 *
 * @param afterKey the last key of the page before, "" for the first page; opaque to clients
 * @param limit rows of a page
 */
public record Cursor(String afterKey, int limit) {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;

    /** From what a client sent. Fails with {@link ErrorCode#INVALID}. */
    public static Cursor of(Optional<String> cursor, Optional<String> limit) {
        return new Cursor(
                cursor.map(Cursor::key).orElse(""), limit.map(Cursor::rows).orElse(DEFAULT_LIMIT));
    }

    public boolean isAtStart() {
        return afterKey.isEmpty();
    }

    /** @param rows those after this cursor, up to one more than the limit */
    public <T> Page<T> page(List<T> rows, Function<T, String> key) {
        if (rows.size() <= limit) {
            return new Page<>(rows, Optional.empty());
        }
        List<T> page = rows.subList(0, limit);
        byte[] last = key.apply(page.getLast()).getBytes(StandardCharsets.UTF_8);
        return new Page<>(
                page, Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(last)));
    }

    private static String key(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw new ConfabException(ErrorCode.INVALID, "The cursor is not one that a page gave.", "cursor");
        }
    }

    private static int rows(String limit) {
        try {
            int rows = Integer.parseInt(limit);
            if (rows >= 1 && rows <= MAX_LIMIT) {
                return rows;
            }
        } catch (NumberFormatException notANumber) {
            // answered below
        }
        throw new ConfabException(ErrorCode.INVALID, "The limit is a number from 1 to " + MAX_LIMIT + ".", "limit");
    }
}
