package dev.confab.room.password;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GuessThrottleTest {
    private static final RoomName VAULT = new RoomName("Vault");
    private static final RoomName CELLAR = new RoomName("Cellar");
    private static final Username ANN = new Username("ann");
    private static final Username BOB = new Username("bob");
    private static final Username CEM = new Username("cem");

    /** Three guesses per user, then one in 10 s; five per room, then one a second. */
    private static final PasswordConfig RATES = new PasswordConfig() {
        @Override
        public int cost() {
            return 4;
        }

        @Override
        public int guessers() {
            return 100;
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
    };

    private final AtomicLong now = new AtomicLong();
    private final GuessThrottle throttle = new GuessThrottle(RATES, now::get);

    @Test
    void shouldAllowSomeGuessesAtOnceAndThenOnePerInterval() {
        guess(3, VAULT, ANN);

        assertThat(throttle.take(VAULT, ANN)).contains(Duration.ofSeconds(10));
        pass(Duration.ofSeconds(9));
        assertThat(throttle.take(VAULT, ANN)).contains(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
        assertThat(throttle.take(VAULT, ANN)).isEmpty();
        assertThat(throttle.take(VAULT, ANN)).isPresent();
    }

    @Test
    void shouldForgiveWithTime() {
        guess(3, VAULT, ANN);
        pass(Duration.ofSeconds(30));

        guess(3, VAULT, ANN);
    }

    @Test
    void shouldKnowUsersAndRoomsInAnyCase() {
        guess(3, VAULT, ANN);

        assertThat(throttle.take(new RoomName("VAULT"), new Username("ANN"))).isPresent();
    }

    @Test
    void shouldKeepRoomsApart() {
        guess(3, VAULT, ANN);

        assertThat(throttle.take(CELLAR, ANN)).isEmpty();
    }

    @Test
    void shouldLimitAllGuessersOfARoomTogether() {
        guess(3, VAULT, ANN);
        guess(2, VAULT, BOB);

        assertThat(throttle.take(VAULT, CEM)).contains(Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
        assertThat(throttle.take(VAULT, CEM)).isEmpty();
    }

    @Test
    void shouldChargeNothingForTheRightPassword() {
        for (int i = 0; i < 100; i++) {
            guess(1, VAULT, ANN);
            throttle.giveBack(VAULT, ANN);
        }

        guess(3, VAULT, ANN);
    }

    @Test
    void shouldChargeNothingForAGuessThatWasRefused() {
        guess(3, VAULT, ANN);
        for (int i = 0; i < 100; i++) {
            assertThat(throttle.take(VAULT, ANN)).isPresent();
        }
        pass(Duration.ofSeconds(10));

        assertThat(throttle.take(VAULT, ANN)).isEmpty();
        assertThat(throttle.take(VAULT, BOB)).isEmpty();
    }

    private void guess(int times, RoomName room, Username user) {
        for (int i = 0; i < times; i++) {
            assertThat(throttle.take(room, user)).as("guess %d", i).isEmpty();
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
