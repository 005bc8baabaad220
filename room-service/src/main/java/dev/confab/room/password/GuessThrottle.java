package dev.confab.room.password;

import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows guessing of room passwords down, per user and room, and per room over all users. Right passwords cost nothing. Each
 * replica counts for itself. Thread-safe.
 *
 * <p>The generic cell rate algorithm: each key has the time at which all its guesses will have been paid for, one per
 * interval; a guess is refused that would put this time more than the burst ahead.
 */
@ApplicationScoped
class GuessThrottle {
    private static final int SWEEP_EVERY = 1_000;

    private record Key(String room, Optional<String> user) {}

    private record Rate(Duration interval, int burst) {
        Duration burstTime() {
            return interval.multipliedBy(burst);
        }
    }

    private final Map<Key, Instant> paidAt = new HashMap<>();
    private int untilSweep = SWEEP_EVERY;
    private final Rate perUser;
    private final Rate perRoom;

    GuessThrottle(PasswordConfig config) {
        perUser = new Rate(config.userGuessInterval(), config.userGuesses());
        perRoom = new Rate(config.roomGuessInterval(), config.roomGuesses());
    }

    /** Takes one guess; if there is none left, how long to wait for one. */
    synchronized Optional<Duration> take(RoomName room, Username user, Instant now) {
        sweep(now);
        Duration wait = longer(wait(ofUser(room, user), perUser, now), wait(ofRoom(room), perRoom, now));
        if (wait.isPositive()) {
            return Optional.of(wait);
        }
        charge(ofUser(room, user), perUser.interval(), now);
        charge(ofRoom(room), perRoom.interval(), now);
        return Optional.empty();
    }

    /** Gives the guess back: the password was right. */
    synchronized void giveBack(RoomName room, Username user, Instant now) {
        charge(ofUser(room, user), perUser.interval().negated(), now);
        charge(ofRoom(room), perRoom.interval().negated(), now);
    }

    private static Key ofUser(RoomName room, Username user) {
        return new Key(room.key(), Optional.of(user.key()));
    }

    private static Key ofRoom(RoomName room) {
        return new Key(room.key(), Optional.empty());
    }

    private Duration wait(Key key, Rate rate, Instant now) {
        Instant paid = paid(key, now).plus(rate.interval());
        return Duration.between(now.plus(rate.burstTime()), paid);
    }

    private void charge(Key key, Duration cost, Instant now) {
        paidAt.put(key, paid(key, now).plus(cost));
    }

    private Instant paid(Key key, Instant now) {
        Instant paid = paidAt.getOrDefault(key, now);
        return paid.isAfter(now) ? paid : now;
    }

    private void sweep(Instant now) {
        if (--untilSweep <= 0) {
            paidAt.values().removeIf(paid -> !paid.isAfter(now));
            untilSweep = SWEEP_EVERY;
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
