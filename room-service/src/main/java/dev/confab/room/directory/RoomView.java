package dev.confab.room.directory;

import dev.confab.protocol.Role;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import dev.confab.room.registry.Room;
import java.util.Optional;

/**
 * A room as the directory shows it to somebody.
 *
 * @param online how many people are in it right now, over all gateways
 * @param joined whether the one who asks is a member
 * @param role of the one who asks, if they have one; only where one room was asked for
 */
public record RoomView(
        RoomName name,
        Username owner,
        boolean hasPassword,
        int memberCount,
        int online,
        boolean joined,
        String topic,
        Optional<Role> role) {

    static RoomView of(Room room, int online, boolean joined, Optional<Role> role) {
        return new RoomView(
                room.name(), room.owner(), room.hasPassword(), room.memberCount(), online, joined, room.topic(), role);
    }
}
