package dev.confab.room.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GuessThrottleTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final RoomName VAULT = new RoomName("Vault");
    private static final RoomName CELLAR = new RoomName("Cellar");
    private static final Username ANN = new Username("ann");
    private static final Username BOB = new Username("bob");

    /** Three guesses per user, then one in 10 s; five per room, then one a second. */
    private final GuessThrottle throttle = new GuessThrottle(new PasswordConfig() {
        @Override
        public int cost() {
            return 4;
        }

        @Override
        public int threads() {
            return 1;
        }

        @Override
        public int queue() {
            return 1;
        }

        @Override
        public int userGuesses() {
            return 3;
        }

        @Override
        public Duration userGuessInterval() {
            return Duration.ofSeconds(10);
        }

        @Override
        public int roomGuesses() {
            return 5;
        }

        @Override
        public Duration roomGuessInterval() {
            return Duration.ofSeconds(1);
        }
    });

    @Test
    void shouldAllowSomeGuessesAtOnceAndThenOnePerInterval() {
        guess(3, VAULT, ANN, NOON);

        assertThat(throttle.take(VAULT, ANN, NOON)).contains(Duration.ofSeconds(10));
        assertThat(throttle.take(VAULT, ANN, NOON.plusSeconds(9))).contains(Duration.ofSeconds(1));
        assertThat(throttle.take(VAULT, ANN, NOON.plusSeconds(10))).isEmpty();
        assertThat(throttle.take(VAULT, ANN, NOON.plusSeconds(10))).isPresent();
    }

    @Test
    void shouldForgiveWithTime() {
        guess(3, VAULT, ANN, NOON);

        guess(3, VAULT, ANN, NOON.plusSeconds(30));
    }

    @Test
    void shouldKnowUsersAndRoomsInAnyCase() {
        guess(3, VAULT, ANN, NOON);

        assertThat(throttle.take(new RoomName("VAULT"), new Username("ANN"), NOON))
                .isPresent();
    }

    @Test
    void shouldKeepRoomsApart() {
        guess(3, VAULT, ANN, NOON);

        assertThat(throttle.take(CELLAR, ANN, NOON)).isEmpty();
    }

    @Test
    void shouldLimitAllGuessersOfARoomTogether() {
        guess(3, VAULT, ANN, NOON);
        guess(2, VAULT, BOB, NOON);

        assertThat(throttle.take(VAULT, new Username("cem"), NOON)).contains(Duration.ofSeconds(1));
        assertThat(throttle.take(VAULT, new Username("cem"), NOON.plusSeconds(1)))
                .isEmpty();
    }

    @Test
    void shouldChargeNothingForTheRightPassword() {
        for (int i = 0; i < 100; i++) {
            guess(1, VAULT, ANN, NOON);
            throttle.giveBack(VAULT, ANN, NOON);
        }

        guess(3, VAULT, ANN, NOON);
    }

    @Test
    void shouldChargeNothingForAGuessThatWasRefused() {
        guess(3, VAULT, ANN, NOON);
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.take(VAULT, ANN, NOON)).isPresent();
        }

        assertThat(throttle.take(VAULT, ANN, NOON.plusSeconds(10))).isEmpty();
        assertThat(throttle.take(VAULT, BOB, NOON.plusSeconds(10))).isEmpty();
    }

    private void guess(int times, RoomName room, Username user, Instant now) {
        for (int i = 0; i < times; i++) {
            assertThat(throttle.take(room, user, now)).as("guess %d", i).isEmpty();
        }
    }
}
