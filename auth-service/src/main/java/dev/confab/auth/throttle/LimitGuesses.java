package dev.confab.auth.throttle;

import dev.confab.chassis.security.SecurityEvent;
import dev.confab.chassis.security.SecurityLog;
import dev.confab.outbox.database.Database;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Slows down the guessing of passwords, over all replicas. */
@ApplicationScoped
public class LimitGuesses {
    private static final Logger LOG = Logger.getLogger(LimitGuesses.class);

    private final Database database;
    private final BudgetStore store;
    private final SignInConfig config;
    private final GuessRules rules;
    private final SecurityLog security;

    LimitGuesses(Database database, BudgetStore store, SignInConfig config, SecurityLog security) {
        this.database = database;
        this.store = store;
        this.config = config;
        this.rules = GuessRules.of(config);
        this.security = security;
    }

    /**
     * Counts the try as a wrong one before it is made, so that many at once gain nothing. Fails with {@link
     * ErrorCode#RATE_LIMITED}, which is not counted.
     */
    public Uni<Void> admit(Attempt attempt) {
        return database.transaction(() -> store.lock(attempt)
                        .invoke(rows -> decide(attempt, rows))
                        .replaceWithVoid())
                .onFailure(LimitGuesses::isThrottled)
                .invoke(() -> security.of(SecurityEvent.SIGN_IN_THROTTLED)
                        .user(attempt.user())
                        .address(attempt.address())
                        .log());
    }

    /**
     * The account was made from there, which makes the address known to it. Nothing is forgiven: to make accounts is no proof
     * of anything. Part of the transaction that makes it.
     */
    public Uni<Void> registered(Attempt attempt) {
        return store.lock(attempt)
                .invoke(rows -> own(attempt, rows).succeeded(Instant.now()))
                .replaceWithVoid();
    }

    /**
     * The password was right: what this address got wrong on this account is forgiven, and this try counts nowhere. Other
     * tries of the address, and those of others on the account, stay. Part of the transaction that signs in.
     */
    public Uni<Void> succeeded(Attempt attempt) {
        return change(attempt, BudgetRow::takeBack)
                .invoke(own -> own.succeeded(Instant.now()))
                .replaceWithVoid();
    }

    /** The password could not be checked. */
    public Uni<Void> withdraw(Attempt attempt) {
        return database.transaction(() -> change(attempt, BudgetRow::takeBack).replaceWithVoid());
    }

    @Scheduled(every = "1h", delayed = "2m")
    Uni<Void> forget() {
        Instant now = Instant.now();
        return database.transaction(() -> store.forget(now.minus(config.forgetAfter()), now.minus(config.known())))
                .onFailure()
                .invoke(failure -> LOG.warnf("can't forget wrong passwords now: %s", failure.getMessage()))
                .onFailure()
                .recoverWithItem(0)
                .replaceWithVoid();
    }

    private void decide(Attempt attempt, Map<String, BudgetRow> rows) {
        Instant now = Instant.now();
        BudgetRow own = own(attempt, rows);
        Duration wait = rules.remaining(
                tally(own, now),
                own.isKnown(now, config.known()),
                tally(Objects.requireNonNull(rows.get(attempt.ofAddress())), now),
                tally(Objects.requireNonNull(rows.get(attempt.ofAccount())), now),
                now);
        if (wait.isPositive()) {
            throw ConfabException.rateLimited(wait);
        }
        rows.values().forEach(row -> row.count(tally(row, now), now));
    }

    private static boolean isThrottled(Throwable failure) {
        return failure instanceof ConfabException refusal && refusal.code() == ErrorCode.RATE_LIMITED;
    }

    private Tally tally(BudgetRow row, Instant now) {
        return row.tally(now, config.forgetAfter());
    }

    private Uni<BudgetRow> change(Attempt attempt, Consumer<BudgetRow> change) {
        return store.lock(attempt).invoke(rows -> rows.values().forEach(change)).map(rows -> own(attempt, rows));
    }

    private static BudgetRow own(Attempt attempt, Map<String, BudgetRow> rows) {
        return Objects.requireNonNull(rows.get(attempt.own()));
    }
}
