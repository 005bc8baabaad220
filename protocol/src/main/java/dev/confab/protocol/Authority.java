package dev.confab.protocol;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Who was owner or moderator of a room at which position, as its log tells. Hearing of an event twice changes nothing. Not
 * thread-safe: part of {@link Fences}.
 */
final class Authority {
    /** Ended intervals that are remembered, the last ones. */
    private static final int MAX_ENDED = 64;

    private final List<RoleInterval> intervals = new ArrayList<>();

    void addAll(Collection<RoleInterval> known) {
        intervals.addAll(known);
    }

    void clear() {
        intervals.clear();
    }

    /** Whether the user was owner or moderator for an event at this position. */
    boolean isModerator(Username user, Position position) {
        return intervals.stream().anyMatch(interval -> interval.user().equals(user) && interval.covers(position));
    }

    void onRole(Username user, Role role, Position position) {
        if (role == Role.MODERATOR) {
            begin(user, Role.MODERATOR, position);
        } else {
            end(user, Role.MODERATOR, position);
        }
    }

    /** The log says that the room belongs to this user; whoever it belonged to before does not own it any more. */
    void onOwner(Username owner, Position position) {
        Optional<RoleInterval> present = intervals.stream()
                .filter(interval -> interval.role() == Role.OWNER && reaches(interval, position))
                .findFirst();
        if (present.filter(interval -> interval.user().equals(owner)).isEmpty()) {
            present.ifPresent(former -> end(former.user(), Role.OWNER, position));
            begin(owner, Role.OWNER, position);
        }
    }

    private void begin(Username user, Role role, Position position) {
        boolean known = intervals.stream()
                .anyMatch(interval ->
                        interval.user().equals(user) && interval.role() == role && reaches(interval, position));
        if (!known) {
            intervals.add(new RoleInterval(user, role, position, Optional.empty()));
        }
    }

    private void end(Username user, Role role, Position position) {
        intervals.replaceAll(interval -> interval.user().equals(user)
                        && interval.role() == role
                        && interval.to().isEmpty()
                        && position.isAfter(interval.from())
                ? interval.endedAt(position)
                : interval);
        forgetOldest();
    }

    /** Whether the interval has begun at this position or before, and ends after it. */
    private static boolean reaches(RoleInterval interval, Position position) {
        return interval.from().equals(position) || interval.covers(position);
    }

    private void forgetOldest() {
        List<RoleInterval> ended =
                intervals.stream().filter(interval -> interval.to().isPresent()).toList();
        if (ended.size() > MAX_ENDED) {
            intervals.remove(ended.getFirst());
        }
    }
}
