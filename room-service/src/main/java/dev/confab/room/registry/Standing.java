package dev.confab.room.registry;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Role;
import dev.confab.protocol.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who somebody is in a room, as of one moment of the database.
 *
 * @param user as stored with the membership, else as asked for
 * @param bans that have not been lifted, and lifted ones of which the log does not tell yet
 */
public record Standing(
        Room room,
        Username user,
        Optional<Member> member,
        boolean moderator,
        Optional<Departure> departure,
        List<Ban> bans) {

    public boolean isMember() {
        return member.isPresent();
    }

    /** Whether the room has seen them: whoever is, was or was kept from becoming a member. */
    public boolean isKnown() {
        return isMember() || moderator || departure.isPresent() || !bans.isEmpty();
    }

    /** What they may do; of somebody who is no member, what they could do as one. */
    public Role role() {
        if (room.isOwnedBy(user)) {
            return Role.OWNER;
        }
        return moderator ? Role.MODERATOR : Role.MEMBER;
    }

    public Optional<Ban> standingBan(Instant now) {
        return bans.stream().filter(ban -> ban.stands(now)).findFirst();
    }

    /**
     * Whether something was decided that ends this user's tickets, or their ban, and whose position is not known yet: a
     * ticket issued now could be taken for one from before it.
     */
    public boolean hasPendingFence() {
        return room.createdAt().isEmpty()
                || departure.filter(Departure::isPending).isPresent()
                || bans.stream().anyMatch(Ban::isPending);
    }

    /** Whether the log does not tell of the membership yet. */
    public boolean hasPendingMembership() {
        return member.filter(Member::isPending).isPresent();
    }

    public void requireOwner() {
        if (role() != Role.OWNER) {
            throw new ConfabException(ErrorCode.FORBIDDEN, "Only the owner of the room may do that.");
        }
    }

    /** Fails unless they are at least a moderator. */
    public void requireModerator() {
        if (role() == Role.MEMBER) {
            throw new ConfabException(ErrorCode.FORBIDDEN, "Only the owner and moderators of the room may do that.");
        }
    }

    /** Fails unless they may kick and ban the other one. */
    public void requireMayModerate(Standing other) {
        requireModerator();
        if (room.owner().equals(other.user())) {
            throw new ConfabException(ErrorCode.FORBIDDEN, "Nobody kicks or bans the owner of the room.");
        }
        if (!role().mayModerate(other.role())) {
            throw new ConfabException(ErrorCode.FORBIDDEN, "Only the owner kicks or bans moderators.");
        }
    }
}
