package dev.confab.room.membership;

import dev.confab.protocol.Position;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoomName;

/**
 * Somebody was let into a room.
 *
 * @param room its name as it was first written
 * @param position of the last event of the room that was known when the ticket was issued
 */
record Admission(RoomName room, String ticket, Role role, Position position, boolean hasPassword) {}
