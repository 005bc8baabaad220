package dev.confab.room.registry;

import dev.confab.outbox.database.Database;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Fills in how rooms are compared whom an older version has created. They keep their names and keys, also where several
 * look the same.
 */
@ApplicationScoped
class FoldNames {
    private final Database database;
    private final FoldStore store;

    FoldNames(Database database, FoldStore store) {
        this.database = database;
        this.store = store;
    }

    void onStart(@Observes StartupEvent started) {
        Thread.startVirtualThread(() -> database.untilDone(this::foldAll));
    }

    /** Done when there is no room left that can't be compared; several replicas may do it at once. */
    Uni<Void> foldAll() {
        return Multi.createBy()
                .repeating()
                .uni(() -> database.transaction(store::foldNext))
                .whilst(more -> more)
                .onItem()
                .ignoreAsUni();
    }
}
