package dev.confab.protocol;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@link Topic#ROOM_STATE} holds of a room: enough to judge without asking anybody. A record without a value means
 * that the room is gone.
 *
 * @param bans those that stand, and lifted or expired ones for as long as the log may still hold events from within them
 * @param departures where each user was last kicked or left, by username key, for as long as tickets from before it may
 *     live
 * @param roles of owners and moderators, those that stand, and ended ones for as long as the log may hold events from within
 *     them; absent in states that are older than this member
 * @param ticketsSince tickets issued before it are worth nothing: they are of a deleted room of this name, or so old that
 *     the departures since are not listed any more
 * @param epoch of the log that its positions are of; absent in states that are older than this member
 * @param position of the last event of the room's log that this state takes into account
 */
public record RoomState(
        RoomName room,
        Username owner,
        List<Username> moderators,
        boolean hasPassword,
        String topic,
        List<BanInterval> bans,
        Map<String, Position> departures,
        Optional<List<RoleInterval>> roles,
        Position ticketsSince,
        Optional<Epoch> epoch,
        Position position) {

    public Role roleOf(Username user) {
        if (owner.equals(user)) {
            return Role.OWNER;
        }
        return moderators.contains(user) ? Role.MODERATOR : Role.MEMBER;
    }

    /** Whether its positions are of that log, as far as it says. */
    public boolean isOf(Epoch log) {
        return epoch.filter(id -> !id.equals(log)).isEmpty();
    }

    /** The fence rule as of {@link #position()}, in the log that it {@link #isOf is of}. */
    public Fences fences() {
        Map<Username, Position> byUser = new HashMap<>();
        departures.forEach((user, at) -> byUser.put(new Username(user), at));
        return Fences.of(bans, byUser, roles.orElseGet(this::presentRoles), ticketsSince, createdAt());
    }

    /** The room has an owner from its creation on. */
    private Position createdAt() {
        return roles.stream()
                .flatMap(List::stream)
                .filter(interval -> interval.role() == Role.OWNER)
                .map(RoleInterval::from)
                .min(Comparator.naturalOrder())
                .orElse(Position.NONE);
    }

    private List<RoleInterval> presentRoles() {
        return Stream.concat(
                        Stream.of(presentRole(owner, Role.OWNER)),
                        moderators.stream().map(moderator -> presentRole(moderator, Role.MODERATOR)))
                .toList();
    }

    private static RoleInterval presentRole(Username user, Role role) {
        return new RoleInterval(user, role, Position.NONE, Optional.empty());
    }
}
