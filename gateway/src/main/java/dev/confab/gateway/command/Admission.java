package dev.confab.gateway.command;

import dev.confab.protocol.Position;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoomName;

/**
 * Somebody may be in a room.
 *
 * @param room with its name as it was first written
 * @param ticket to come back with
 * @param asOf how far the room's log was known to whoever found so
 */
public record Admission(RoomName room, Role role, String ticket, Position asOf) {}
