package dev.confab.message.direct;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the list of somebody's conversations, newest first. */
record ConversationCursor(long lastAt, int stream) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.(\\d{1,9})");

    static ConversationCursor parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new ConfabException(ErrorCode.INVALID, "'cursor' is not one of this list.", "cursor");
        }
        return new ConversationCursor(Long.parseLong(form.group(1)), Integer.parseInt(form.group(2)));
    }

    @Override
    public String toString() {
        return lastAt + "." + stream;
    }
}
