package dev.confab.room.ban;

import dev.confab.outbox.database.Database;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import dev.confab.room.paging.Cursor;
import dev.confab.room.paging.Page;
import dev.confab.room.registry.RegistryStore;
import dev.confab.room.registry.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** The bans that stand, for those who may lift them. */
@ApplicationScoped
class ListBans {
    private final Database database;
    private final RegistryStore registry;
    private final BanStore store;

    ListBans(Database database, RegistryStore registry, BanStore store) {
        this.database = database;
        this.registry = registry;
        this.store = store;
    }

    Uni<Page<BanView>> list(RoomName name, Username asking, Cursor cursor) {
        return database.read(() -> registry.standing(name, asking)
                .invoke(Standing::requireModerator)
                .chain(actor -> store.standing(actor.room(), Instant.now(), cursor.afterKey(), cursor.limit() + 1))
                .map(bans -> cursor.page(bans, ban -> ban.user().key()).map(BanView::of)));
    }
}
