package dev.confab.room.directory;

import dev.confab.outbox.database.Database;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import dev.confab.room.paging.Cursor;
import dev.confab.room.paging.Page;
import dev.confab.room.presence.Presence;
import dev.confab.room.registry.RegistryStore;
import dev.confab.room.registry.Standing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** The rooms there are, as somebody sees them: main first, then by name. */
@ApplicationScoped
public class Directory {
    private final Database database;
    private final DirectoryStore store;
    private final RegistryStore registry;
    private final Presence presence;

    Directory(Database database, DirectoryStore store, RegistryStore registry, Presence presence) {
        this.database = database;
        this.store = store;
        this.registry = registry;
        this.presence = presence;
    }

    Uni<Page<RoomView>> list(DirectoryStore.Search search, Cursor cursor) {
        return database.read(() -> store.rooms(search, cursor))
                .map(rows -> cursor.page(rows, listed -> Place.of(listed.room().name()))
                        .map(this::view));
    }

    /** One room. */
    public Uni<RoomView> show(RoomName room, Username asking) {
        return database.read(() -> registry.standing(room, asking)).map(this::view);
    }

    private RoomView view(DirectoryStore.Listed listed) {
        int online = presence.online(listed.room().name());
        return RoomView.listed(listed.room(), online, listed.joined());
    }

    private RoomView view(Standing standing) {
        boolean hasRole = standing.isMember() || standing.moderator();
        return RoomView.of(
                standing.room(),
                presence.online(standing.room().name()),
                standing.isMember(),
                hasRole ? Optional.of(standing.role()) : Optional.empty(),
                standing.standingBan(Instant.now()));
    }
}
