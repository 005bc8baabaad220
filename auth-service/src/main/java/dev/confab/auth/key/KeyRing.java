package dev.confab.auth.key;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All keys there are, oldest first, and the rules of their lives. */
record KeyRing(List<TokenKey> keys) {

    /** When keys change hands. */
    record Schedule(Duration rotation, Duration publishAhead, Duration retire) {
        Schedule {
            if (publishAhead.multipliedBy(2).compareTo(rotation) > 0) {
                throw new IllegalArgumentException(
                        "confab.keys.publish-ahead is more than half of confab.keys.rotation");
            }
        }
    }

    KeyRing {
        keys = keys.stream()
                .sorted(Comparator.comparingInt(TokenKey::generation))
                .toList();
    }

    /** The key that signs: the youngest that is active, or the very first while the clocks still differ about it. */
    Optional<TokenKey> signing(Instant now) {
        return active(now).or(() -> keys.stream().findFirst());
    }

    private Optional<TokenKey> active(Instant now) {
        return keys.reversed().stream()
                .filter(key -> !key.activeFrom().isAfter(now))
                .findFirst();
    }

    Optional<TokenKey> find(String id) {
        return keys.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** From when the key is to sign that has to be made now, if one has. */
    Optional<Instant> due(Instant now, Schedule schedule) {
        if (keys.isEmpty()) {
            return Optional.of(now);
        }
        Instant planned = keys.getLast().activeFrom().plus(schedule.rotation());
        Instant earliest = now.plus(schedule.publishAhead());
        return planned.isAfter(earliest) ? Optional.empty() : Optional.of(earliest);
    }

    int nextGeneration() {
        return keys.isEmpty() ? 1 : keys.getLast().generation() + 1;
    }

    /** The oldest generation that a token may still be signed with. */
    int oldestNeeded(Instant now, Schedule schedule) {
        return active(now.minus(schedule.retire())).map(TokenKey::generation).orElse(0);
    }
}
