package dev.confab.room.password;

import dev.confab.chassis.rate.Rate;
import dev.confab.chassis.rate.TokenBuckets;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Slows guessing of room passwords down, per user and room, and per room over all users. Right passwords cost nothing. A
 * user's first guess in a while does not ask what the others did: else a few who guess without end would keep everybody out.
 * Each replica counts for itself.
 */
@ApplicationScoped
class GuessThrottle {
    private record Guesser(RoomName room, Username user) {}

    /** One that may be made, and what it took. */
    static final class Guess {
        private final Guesser guesser;
        private final boolean first;
        private final boolean ofRoom;

        private Guess(Guesser guesser, boolean first, boolean ofRoom) {
            this.guesser = guesser;
            this.first = first;
            this.ofRoom = ofRoom;
        }
    }

    private final TokenBuckets<Guesser> ofUser;
    private final TokenBuckets<Guesser> first;
    private final TokenBuckets<RoomName> ofRoom;

    @Inject
    GuessThrottle(PasswordConfig config) {
        this(config, System::nanoTime);
    }

    GuessThrottle(PasswordConfig config, LongSupplier nanoTime) {
        ofUser = new TokenBuckets<>(
                new Rate(config.userGuesses(), config.userGuessInterval()), config.guessers(), nanoTime);
        first = new TokenBuckets<>(new Rate(1, config.firstGuessEvery()), config.guessers(), nanoTime);
        ofRoom = new TokenBuckets<>(
                new Rate(config.roomGuesses(), config.roomGuessInterval()), config.guessers(), nanoTime);
    }

    /** @throws ConfabException {@code rate_limited}: there is none left */
    Guess take(RoomName room, Username user) {
        Guesser guesser = new Guesser(room, user);
        ofUser.require(guesser);
        boolean isFirst = first.take(guesser).isEmpty();
        Optional<Duration> wait = ofRoom.take(room);
        if (wait.isPresent() && !isFirst) {
            ofUser.giveBack(guesser);
            throw ConfabException.rateLimited(wait.get());
        }
        return new Guess(guesser, isFirst, wait.isEmpty());
    }

    /** The password was right. Nothing comes back that this guess did not take. */
    void giveBack(Guess guess) {
        ofUser.giveBack(guess.guesser);
        if (guess.first) {
            first.giveBack(guess.guesser);
        }
        if (guess.ofRoom) {
            ofRoom.giveBack(guess.guesser.room());
        }
    }
}
