package dev.confab.message.history;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.message.access.RoomAccess;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Ticket;
import dev.confab.protocol.Username;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api")
@Authenticated
@Tag(name = "History")
final class RoomHistoryResource {
    private final ReadHistory readHistory;
    private final RoomAccess access;
    private final CurrentUser user;

    RoomHistoryResource(ReadHistory readHistory, RoomAccess access, CurrentUser user) {
        this.readHistory = readHistory;
        this.access = access;
        this.user = user;
    }

    @GET
    @Path("/rooms/{room}/messages")
    @Operation(summary = "A page of a room's history, oldest message first")
    @APIResponse(responseCode = "200", description = "The page; without parameters the newest")
    @APIResponse(responseCode = "403", description = "forbidden: the room has a password; banned")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(
            responseCode = "503",
            description = "unavailable: the newest part is not there yet, or the store is down")
    public Uni<MessagePage> page(
            @PathParam("room") RoomName room,
            @BeanParam PageRequest page,
            @HeaderParam(Ticket.HEADER) Optional<String> ticket) {
        Username reader = user.username();
        return readHistory.read(
                Uni.createFrom()
                        .deferred(() -> access.require(room, reader, ticket))
                        .map(OpenStream::of),
                StreamKey.of(room),
                page);
    }
}
