package dev.confab.message.search;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.jspecify.annotations.Nullable;

/**
 * In which order messages are found. What the last one of a page is ordered by is the cursor of the next page, so that what is
 * written meanwhile moves nothing.
 */
enum SearchOrder {
    NEWEST(false),
    /** Equals newest first. */
    BEST(true);

    private static final List<SortField> NEWEST_FIRST = List.of(
            LongField.newSortField(Fields.AT, true, SortedNumericSelector.Type.MIN),
            newestFirst(Fields.EPOCH),
            newestFirst(Fields.POSITION),
            newestFirst(Fields.STREAM_NUMBER));

    private final boolean byScore;

    SearchOrder(boolean byScore) {
        this.byScore = byScore;
    }

    private static SortField newestFirst(String field) {
        return new SortField(field, SortField.Type.LONG, true);
    }

    static SearchOrder read(@Nullable String text) {
        if (text == null || text.equals("newest")) {
            return NEWEST;
        }
        if (text.equals("best")) {
            return BEST;
        }
        throw new ConfabException(ErrorCode.INVALID, "'order' is 'newest' or 'best'.", "order");
    }

    Sort sort() {
        return new Sort(
                Stream.concat(byScore ? Stream.of(SortField.FIELD_SCORE) : Stream.empty(), NEWEST_FIRST.stream())
                        .toArray(SortField[]::new));
    }

    /** Epoch, position and stream of a message that is ordered by these values. */
    List<Long> place(FieldDoc values) {
        Object[] fields = values.fields;
        return Arrays.stream(fields, fields.length - 3, fields.length)
                .map(Long.class::cast)
                .toList();
    }

    String cursor(FieldDoc values) {
        String text = name().charAt(0)
                + Stream.of(values.fields).map(String::valueOf).collect(Collectors.joining(",", ",", ""));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Behind which message to go on. */
    Optional<FieldDoc> after(@Nullable String cursor) {
        return Optional.ofNullable(cursor).map(this::behind);
    }

    private FieldDoc behind(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(",", -1);
            List<Object> values = new ArrayList<>();
            for (int i = 1; i < parts.length; i++) {
                boolean score = byScore && i == 1;
                values.add(score ? (Object) Float.valueOf(parts[i]) : (Object) Long.valueOf(parts[i]));
            }
            if (parts[0].equals(name().substring(0, 1)) && values.size() == sort().getSort().length) {
                return new FieldDoc(Integer.MAX_VALUE, Float.NaN, values.toArray());
            }
        } catch (IllegalArgumentException noCursor) {
            // as the next one
        }
        throw new ConfabException(ErrorCode.INVALID, "'cursor' is the 'next' of a page in the same order.", "cursor");
    }
}
