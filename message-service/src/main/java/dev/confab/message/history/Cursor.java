package dev.confab.message.history;

import dev.confab.message.log.LogPosition;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Position;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a place in a history is written in an address: {@code <epoch>.<position>}, or just a position of the present log. */
final class Cursor {
    private static final Pattern FORM = Pattern.compile("(?:(\\d{1,9})\\.)?(\\d{1,18})");

    private Cursor() {}

    static LogPosition parse(String text, String parameter, int presentEpoch) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new ConfabException(
                    ErrorCode.INVALID, "'" + parameter + "' is neither a position nor a cursor.", parameter);
        }
        int epoch = form.group(1) == null ? presentEpoch : Integer.parseInt(form.group(1));
        return new LogPosition(epoch, new Position(Long.parseLong(form.group(2))));
    }

    static String of(LogPosition position) {
        return position.epoch() + "." + position.position();
    }
}
