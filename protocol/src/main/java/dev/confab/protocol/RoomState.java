package dev.confab.protocol;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@link Topic#ROOM_STATE} holds of a room: enough to judge without asking anybody. A record without a value means
 * that the room is gone.
 *
 * @param bans those that stand, and lifted or expired ones for as long as the log may still hold events from within them
 * @param kicks the position of each user's last kick, for as long as tickets from before it may live
 * @param position of the last event of the room's log that this state takes into account
 */
public record RoomState(
        RoomName room,
        Username owner,
        List<Username> moderators,
        boolean hasPassword,
        String topic,
        List<BanInterval> bans,
        Map<String, Position> kicks,
        Position position) {

    public Role roleOf(Username user) {
        if (owner.equals(user)) {
            return Role.OWNER;
        }
        return moderators.contains(user) ? Role.MODERATOR : Role.MEMBER;
    }

    /** The fence rule as of {@link #position()}. */
    public Fences fences() {
        Map<Username, Position> byUser = new HashMap<>();
        kicks.forEach((user, at) -> byUser.put(new Username(user), at));
        return Fences.of(bans, byUser);
    }
}
