package dev.confab.auth.throttle;

import dev.confab.outbox.database.Database;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Budgets in the database. Every method needs a running transaction. */
@ApplicationScoped
class BudgetStore {
    private static final String LOCK =
            "insert into sign_in_budget (budget_key, failures, failed_at) values (:a, 0, 0), (:b, 0, 0), (:c, 0, 0)"
                    + " on duplicate key update failures = failures";

    /** Makes those that are not there; nobody else can change them until the transaction ends. */
    Uni<Map<String, BudgetRow>> lock(Attempt attempt) {
        List<String> keys = attempt.keys();
        return Database.session()
                .call(session -> session.createNativeQuery(LOCK)
                        .setParameter("a", keys.get(0))
                        .setParameter("b", keys.get(1))
                        .setParameter("c", keys.get(2))
                        .executeUpdate())
                .chain(session -> session.createSelectionQuery("from BudgetRow where key in :keys", BudgetRow.class)
                        .setParameter("keys", keys)
                        .getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.key, Function.identity())));
    }

    Uni<Integer> forget(Instant failedBefore, Instant succeededBefore) {
        return Database.session()
                .chain(session -> session.createMutationQuery("delete from BudgetRow where failedAt < :failed"
                                + " and (succeededAt is null or succeededAt < :succeeded)")
                        .setParameter("failed", failedBefore)
                        .setParameter("succeeded", succeededBefore)
                        .executeUpdate());
    }
}
