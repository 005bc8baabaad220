package dev.confab.gateway.stream;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Epoch;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Position;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of an event in a stream: {@code <epoch>.<position>}, or for programs that make it up a position alone, which is
 * taken for one of the present log.
 */
record LastEvent(Optional<Epoch> epoch, Position position) {
    static final String HEADER = "Last-Event-ID";

    private static final Pattern FORM = Pattern.compile("(?:([\\w-]{1,50})\\.)?(-1|\\d{1,18})");

    /** @param id as the client sent it; one that is empty is that of no event, as the standard has it */
    static Optional<LastEvent> parse(@Nullable String id) {
        return Optional.ofNullable(id).filter(given -> !given.isBlank()).map(LastEvent::of);
    }

    private static LastEvent of(String id) {
        Matcher form = FORM.matcher(id);
        if (!form.matches()) {
            throw new ConfabException(ErrorCode.INVALID, HEADER + " is not the id of an event.", HEADER);
        }
        return new LastEvent(
                Optional.ofNullable(form.group(1)).map(Epoch::new), new Position(Long.parseLong(form.group(2))));
    }

    static String id(Epoch epoch, String position) {
        return epoch + "." + position;
    }
}
