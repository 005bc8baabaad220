package dev.confab.protocol;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A position with the log that it is of. As text {@code <epoch>.<position>}: the id of an event in an event stream. */
public record LogPosition(Epoch epoch, Position position) {
    private static final Pattern FORM = Pattern.compile("([\\w-]{1,50})\\.(-1|\\d{1,18})");

    /** @return absent if the text is not of that form */
    public static Optional<LogPosition> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new LogPosition(new Epoch(form.group(1)), new Position(Long.parseLong(form.group(2)))))
                : Optional.empty();
    }

    /** The position, if it is of that log. */
    public Optional<Position> in(Epoch log) {
        return epoch.equals(log) ? Optional.of(position) : Optional.empty();
    }

    @Override
    public String toString() {
        return epoch + "." + position;
    }
}
