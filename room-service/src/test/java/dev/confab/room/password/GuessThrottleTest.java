package dev.confab.room.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.confab.protocol.ConfabException;
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
        public Duration firstGuessEvery() {
            return Duration.ofHours(1);
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

        assertRefused(VAULT, ANN, Duration.ofSeconds(10));
        pass(Duration.ofSeconds(9));
        assertRefused(VAULT, ANN, Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
        guess(1, VAULT, ANN);
        assertRefused(VAULT, ANN, Duration.ofSeconds(10));
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

        assertRefused(new RoomName("VAULT"), new Username("ANN"), Duration.ofSeconds(10));
    }

    @Test
    void shouldKeepRoomsApart() {
        guess(3, VAULT, ANN);

        guess(1, CELLAR, ANN);
    }

    @Test
    void shouldLimitAllGuessersOfARoomTogether() {
        guess(1, VAULT, CEM);
        guess(3, VAULT, ANN);
        guess(1, VAULT, BOB);

        assertRefused(VAULT, CEM, Duration.ofSeconds(1));
        pass(Duration.ofSeconds(1));
        guess(1, VAULT, CEM);
    }

    @Test
    void shouldJudgeTheFirstGuessOfANewcomerWhateverOthersGuess() {
        // given
        guess(3, VAULT, ANN);
        guess(2, VAULT, BOB);
        // when
        throttle.take(VAULT, CEM);
        // then
        assertRefused(VAULT, CEM, Duration.ofSeconds(1));
        pass(Duration.ofMinutes(59));
        guess(3, VAULT, ANN);
        guess(2, VAULT, BOB);
        assertRefused(VAULT, CEM, Duration.ofSeconds(1));
    }

    @Test
    void shouldChargeNothingForTheRightPassword() {
        for (int i = 0; i < 100; i++) {
            throttle.giveBack(throttle.take(VAULT, ANN));
        }

        guess(3, VAULT, ANN);
        guess(2, VAULT, BOB);
        assertRefused(VAULT, BOB, Duration.ofSeconds(1));
    }

    @Test
    void shouldGiveTheRoomNothingBackForAGuessThatItDidNotPayFor() {
        // given
        guess(1, VAULT, BOB);
        guess(3, VAULT, ANN);
        guess(1, VAULT, BOB);
        // when
        throttle.giveBack(throttle.take(VAULT, CEM));
        // then
        assertRefused(VAULT, BOB, Duration.ofSeconds(1));
    }

    @Test
    void shouldChargeNothingForAGuessThatWasRefused() {
        guess(3, VAULT, ANN);
        for (int i = 0; i < 100; i++) {
            assertRefused(VAULT, ANN, Duration.ofSeconds(10));
        }
        pass(Duration.ofSeconds(10));

        guess(1, VAULT, ANN);
        guess(1, VAULT, BOB);
    }

    private void guess(int times, RoomName room, Username user) {
        for (int i = 0; i < times; i++) {
            throttle.take(room, user);
        }
    }

    private void assertRefused(RoomName room, Username user, Duration wait) {
        ConfabException refusal = catchThrowableOfType(ConfabException.class, () -> throttle.take(room, user));
        assertThat(refusal.retryAfter()).contains(wait);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
