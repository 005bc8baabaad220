package dev.confab.room.directory;

import dev.confab.protocol.Role;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import dev.confab.room.registry.Ban;
import dev.confab.room.registry.Room;
import java.time.Instant;
import java.util.Optional;

/**
 * A room as the directory shows it to somebody.
 *
 * @param online how many people are in it right now, over all gateways
 * @param joined whether the one who asks is a member
 * @param role of the one who asks, if they have one; only where one room was asked for
 * @param ban of the one who asks, if they are banned; only where one room was asked for
 */
public record RoomView(
        RoomName name,
        Username owner,
        boolean hasPassword,
        int memberCount,
        int online,
        boolean joined,
        String topic,
        Optional<Role> role,
        Optional<OwnBan> ban) {

    /**
     * A ban as the one who is banned sees it.
     *
     * @param until when it ends by itself, absent if never
     */
    record OwnBan(String reason, Optional<Instant> until) {
        static OwnBan of(Ban ban) {
            return new OwnBan(ban.reason(), ban.until());
        }
    }

    /** As the directory lists it. */
    static RoomView listed(Room room, int online, boolean joined) {
        return of(room, online, joined, Optional.empty(), Optional.empty());
    }

    static RoomView of(Room room, int online, boolean joined, Optional<Role> role, Optional<Ban> ban) {
        return new RoomView(
                room.name(),
                room.owner(),
                room.hasPassword(),
                room.memberCount(),
                online,
                joined,
                room.topic(),
                role,
                ban.map(OwnBan::of));
    }
}
