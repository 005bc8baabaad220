package dev.confab.message.search;

import dev.confab.message.log.LogPosition;
import dev.confab.protocol.Username;
import java.time.Instant;
import java.util.regex.Pattern;

/** A message as the rows have it now, as far as it can be looked for. */
record IndexedMessage(IndexPlace place, Instant at, Username author, boolean inThread, boolean deleted, String text) {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s/]", Pattern.CASE_INSENSITIVE);

    boolean hasLink() {
        return LINK.matcher(text).find();
    }

    /**
     * Where a message stands.
     *
     * @param stream the number that the database has for it
     */
    record IndexPlace(int stream, LogPosition position) {
        String term() {
            return stream + "/" + position.epoch() + "/" + position.position();
        }
    }
}
