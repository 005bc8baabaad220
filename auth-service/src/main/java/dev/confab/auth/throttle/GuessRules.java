package dev.confab.auth.throttle;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * Whether a password may be tried now. Who can't be guessed at quickly must not be locked out by others either: an
 * address from which the account has signed in before answers for its own mistakes alone, whatever happens elsewhere.
 */
record GuessRules(
        int tries, Duration longestWait, int triesPerAddress, int triesPerAccount, Duration longestWaitOfStrangers) {

    static GuessRules of(SignInConfig config) {
        return new GuessRules(
                config.tries(),
                config.longestWait(),
                config.triesPerAddress(),
                config.triesPerAccount(),
                config.longestWaitOfStrangers());
    }

    /**
     * How long the try has to wait; zero if it need not.
     *
     * @param own of this address on this account
     * @param known whether the account has signed in from this address before
     * @param address of this address on all accounts
     * @param account of all addresses on this account
     */
    Duration remaining(Tally own, boolean known, Tally address, Tally account, Instant now) {
        Duration ofOwn = own.remaining(tries, longestWait, now);
        if (known) {
            return positive(ofOwn);
        }
        return positive(Collections.max(List.of(
                ofOwn,
                address.remaining(triesPerAddress, longestWaitOfStrangers, now),
                account.remaining(triesPerAccount, longestWaitOfStrangers, now))));
    }

    private static Duration positive(Duration wait) {
        return wait.isNegative() ? Duration.ZERO : wait;
    }
}
