package dev.confab.auth.throttle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A tally as it is kept, and the last success. */
@Entity
@Table(name = "sign_in_budget")
class BudgetRow {
    @Id
    @Column(name = "budget_key")
    String key;

    @Column
    int failures;

    @Column(name = "failed_at")
    Instant failedAt;

    @Column(name = "succeeded_at")
    @Nullable
    Instant succeededAt;

    BudgetRow() {}

    Tally tally(Instant now, Duration forgetAfter) {
        boolean forgotten = failedAt.plus(forgetAfter).isBefore(now);
        return new Tally(forgotten ? 0 : failures, failedAt);
    }

    boolean isKnown(Instant now, Duration known) {
        return succeededAt != null && now.isBefore(succeededAt.plus(known));
    }

    void count(Tally before, Instant now) {
        failures = before.failures() + 1;
        failedAt = now;
    }

    void takeBack() {
        failures = Math.max(0, failures - 1);
    }

    void succeeded(Instant now) {
        failures = 0;
        succeededAt = now;
    }
}
