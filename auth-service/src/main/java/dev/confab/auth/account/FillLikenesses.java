package dev.confab.auth.account;

import dev.confab.outbox.database.Database;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Finds whom accounts look like that an older version has made or renamed. They keep their names, also where that is another. */
@ApplicationScoped
class FillLikenesses {
    private static final int PAGE = 25;

    private final Database database;
    private final AccountStore accounts;

    FillLikenesses(Database database, AccountStore accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    void onStart(@Observes StartupEvent started) {
        Thread.startVirtualThread(() -> database.untilDone(this::fill));
    }

    /** Done when there is none left; several replicas may do it at once. */
    Uni<Void> fill() {
        return Multi.createBy()
                .repeating()
                .uni(() -> database.transaction(() -> accounts.fillLikenesses(PAGE)))
                .whilst(more -> more)
                .onItem()
                .ignoreAsUni();
    }
}
