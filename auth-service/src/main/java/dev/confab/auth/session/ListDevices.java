package dev.confab.auth.session;

import dev.confab.outbox.database.Database;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Shows users where they are signed in. */
@ApplicationScoped
class ListDevices {

    /** @param current whether this is where the question came from */
    record Device(
            SessionId id, boolean current, Instant createdAt, Instant lastSeenAt, String userAgent, String address) {}

    private final Database database;
    private final SessionStore store;

    ListDevices(Database database, SessionStore store) {
        this.database = database;
        this.store = store;
    }

    /** Last seen first. */
    Uni<List<Device>> list(Username user, SessionId current) {
        return database.read(() -> store.of(user, Instant.now()))
                .map(rows -> rows.stream().map(row -> device(row, current)).toList());
    }

    private static Device device(SessionRow row, SessionId current) {
        return new Device(
                row.sessionId(),
                row.sessionId().equals(current),
                row.createdAt,
                row.lastSeenAt,
                row.userAgent,
                row.address);
    }
}
