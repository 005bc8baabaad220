package dev.confab.message.history;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.message.history.ReadPins.Pins;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Ticket;
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
    private final ReadPins readPins;
    private final RoomVisits visits;
    private final CurrentUser user;

    RoomHistoryResource(ReadHistory readHistory, ReadPins readPins, RoomVisits visits, CurrentUser user) {
        this.readHistory = readHistory;
        this.readPins = readPins;
        this.visits = visits;
        this.user = user;
    }

    @GET
    @Path("/rooms/{room}/messages")
    @Operation(summary = "A page of a room's history or of one of its threads, oldest message first")
    @APIResponse(responseCode = "200", description = "The page; without parameters the newest")
    @APIResponse(responseCode = "403", description = "forbidden: the room has a password; banned")
    @APIResponse(responseCode = "404", description = "not_found: no such room or thread")
    @APIResponse(
            responseCode = "503",
            description = "unavailable: the newest part is not there yet, or the store is down")
    public Uni<MessagePage> page(
            @PathParam("room") RoomName room,
            @BeanParam PageRequest page,
            @HeaderParam(Ticket.HEADER) Optional<String> ticket) {
        return readHistory.read(visits.of(room, user.username(), ticket), page);
    }

    @GET
    @Path("/rooms/{room}/pins")
    @Operation(summary = "What is pinned in a room, the newest pin first")
    @APIResponse(responseCode = "200", description = "The messages, as in history")
    @APIResponse(responseCode = "403", description = "forbidden: the room has a password; banned")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "503", description = "unavailable")
    public Uni<Pins> pins(@PathParam("room") RoomName room, @HeaderParam(Ticket.HEADER) Optional<String> ticket) {
        return readPins.read(visits.of(room, user.username(), ticket));
    }
}
