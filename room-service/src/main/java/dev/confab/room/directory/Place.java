package dev.confab.room.directory;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.RoomName;
import dev.confab.room.paging.Cursor;

/** Where rooms stand in the directory, main before all others, as cursors say it. */
final class Place {
    private static final String MAIN = "=";
    private static final String OTHER = ">";

    private Place() {}

    static String of(RoomName room) {
        return room.isMain() ? MAIN : OTHER + room.key();
    }

    /** The key after which the other rooms go on. */
    static String keyAfter(Cursor cursor) {
        String place = cursor.afterKey();
        if (place.isEmpty() || place.equals(MAIN)) {
            return "";
        }
        if (!place.startsWith(OTHER)) {
            throw new ConfabException(ErrorCode.INVALID, "The cursor is not one that a page gave.", "cursor");
        }
        return place.substring(OTHER.length());
    }
}
