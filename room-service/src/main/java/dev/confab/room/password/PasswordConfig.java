package dev.confab.room.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Passwords of rooms. */
@ConfigMapping(prefix = "confab.rooms.passwords")
public interface PasswordConfig {
    /** Bcrypt's cost: each one more doubles the time of a check. */
    @WithDefault("8")
    int cost();

    /** Wrong passwords that one user may give for one room in a row; afterwards one per user-guess-interval. */
    @WithDefault("5")
    int userGuesses();

    /** After how long one more wrong guess of a user at a room is allowed. */
    @WithDefault("12s")
    Duration userGuessInterval();

    /** Wrong passwords that all users together may give for one room in a row; afterwards one per room-guess-interval. */
    @WithDefault("100")
    int roomGuesses();

    /** After how long one more wrong guess at a room is allowed. */
    @WithDefault("600ms")
    Duration roomGuessInterval();

    /**
     * A user's first guess at a room in this time is judged even if others have used up the room's guesses, so that these
     * keep nobody out who knows the password.
     */
    @WithDefault("1h")
    Duration firstGuessEvery();

    /** How many users who guessed wrong lately, and how many rooms that they guessed at, are remembered. */
    @WithDefault("10000")
    int guessers();
}
