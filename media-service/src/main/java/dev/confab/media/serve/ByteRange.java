package dev.confab.media.serve;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file (RFC 9110, section 14).
 *
 * @param first byte
 * @param last byte, part of it; before the first one if there is no such part
 */
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** Empty if the whole is to be served: nothing is asked, or several parts, or what is no range. */
    static Optional<ByteRange> of(Optional<String> header, long size) {
        return header.map(ONE::matcher)
                .filter(Matcher::matches)
                .filter(range -> !range.group(1).isEmpty() || !range.group(2).isEmpty())
                .map(range -> of(range.group(1), range.group(2), size));
    }

    private static ByteRange of(String first, String last, long size) {
        if (first.isEmpty()) {
            long length = Math.min(size, Long.parseLong(last));
            return length == 0 ? new ByteRange(size, size - 1) : new ByteRange(size - length, size - 1);
        }
        long end = last.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(last));
        return new ByteRange(Long.parseLong(first), end);
    }

    boolean isSatisfiable(long size) {
        return first < size && first <= last;
    }

    long length() {
        return last - first + 1;
    }
}
