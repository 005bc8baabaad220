package dev.confab.room.password;

import dev.confab.chassis.rate.Rate;
import dev.confab.chassis.rate.TokenBuckets;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Slows guessing of room passwords down, per user and room, and per room over all users. Right passwords cost nothing. Each
 * replica counts for itself.
 */
@ApplicationScoped
class GuessThrottle {
    private record Guesser(RoomName room, Username user) {}

    private final TokenBuckets<Guesser> ofUser;
    private final TokenBuckets<RoomName> ofRoom;

    @Inject
    GuessThrottle(PasswordConfig config) {
        this(config, System::nanoTime);
    }

    GuessThrottle(PasswordConfig config, LongSupplier nanoTime) {
        ofUser = new TokenBuckets<>(
                new Rate(config.userGuesses(), config.userGuessInterval()), config.guessers(), nanoTime);
        ofRoom = new TokenBuckets<>(
                new Rate(config.roomGuesses(), config.roomGuessInterval()), config.guessers(), nanoTime);
    }

    /** Takes one guess; if there is none left, how long to wait for one. */
    Optional<Duration> take(RoomName room, Username user) {
        Guesser guesser = new Guesser(room, user);
        Optional<Duration> wait = ofUser.take(guesser);
        if (wait.isPresent()) {
            return wait;
        }
        wait = ofRoom.take(room);
        if (wait.isPresent()) {
            ofUser.giveBack(guesser);
        }
        return wait;
    }

    /** Gives the guess back: the password was right. */
    void giveBack(RoomName room, Username user) {
        ofUser.giveBack(new Guesser(room, user));
        ofRoom.giveBack(room);
    }
}
