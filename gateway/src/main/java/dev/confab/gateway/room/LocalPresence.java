package dev.confab.gateway.room;

import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;

/** Is told when the first connection of a user enters a room on this gateway, and when the last one has gone. */
public interface LocalPresence {
    void onCame(RoomName room, Username user);

    void onWent(RoomName room, Username user);
}
