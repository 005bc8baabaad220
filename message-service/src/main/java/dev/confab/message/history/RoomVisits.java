package dev.confab.message.history;

import dev.confab.message.access.RoomAccess;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** How rooms are read. */
@ApplicationScoped
public class RoomVisits {
    private final RoomAccess access;

    RoomVisits(RoomAccess access) {
        this.access = access;
    }

    /** @param ticket as the client sent it, if it did */
    public Visit of(RoomName room, Username reader, Optional<String> ticket) {
        return new Visit(
                StreamKey.of(room),
                reader,
                Uni.createFrom()
                        .deferred(() -> access.require(room, reader, ticket))
                        .map(OpenStream::of));
    }
}
