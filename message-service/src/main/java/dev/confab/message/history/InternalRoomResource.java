package dev.confab.message.history;

import dev.confab.message.access.GatewayAccess;
import dev.confab.message.history.FindContent.Found;
import dev.confab.message.history.ReadEvents.Missed;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Pass;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Ticket;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/internal/rooms/{room}")
@PermitAll
@Tag(name = "Internal")
final class InternalRoomResource {
    private final ReadEvents readEvents;
    private final FindContent findContent;
    private final GatewayAccess access;

    InternalRoomResource(ReadEvents readEvents, FindContent findContent, GatewayAccess access) {
        this.readEvents = readEvents;
        this.findContent = findContent;
        this.access = access;
    }

    @GET
    @Path("/events")
    @Operation(summary = "What a client has missed of a room, asked for by its gateway with its pass and its ticket")
    @APIResponse(responseCode = "200", description = "The events after one position and up to another, as frames")
    @APIResponse(responseCode = "401", description = "unauthenticated: no valid pass")
    @APIResponse(responseCode = "403", description = "forbidden: no valid ticket; banned")
    @APIResponse(responseCode = "404", description = "not_found: the first of them would be of a deleted room")
    @APIResponse(responseCode = "503", description = "unavailable: that far is not projected yet")
    public Uni<Missed> missed(
            @PathParam("room") RoomName room,
            @BeanParam EventsRequest request,
            @HeaderParam(Pass.HEADER) Optional<String> pass,
            @HeaderParam(Ticket.HEADER) Optional<String> ticket) {
        return readEvents.read(open(room, pass, ticket), StreamKey.of(room), request);
    }

    @GET
    @Path("/messages/{author}/{id}")
    @Operation(summary = "Where it stands what somebody said in a room with that id")
    @APIResponse(responseCode = "200", description = "Its position and time, and what became of it")
    @APIResponse(responseCode = "401", description = "unauthenticated: no valid pass")
    @APIResponse(responseCode = "403", description = "forbidden: no valid ticket; banned")
    @APIResponse(
            responseCode = "404",
            description = "not_found: nothing that counts; with settled=true nothing in the log either")
    public Uni<Found> find(
            @PathParam("room") RoomName room,
            @PathParam("author") Username author,
            @PathParam("id") String id,
            @QueryParam("settled") boolean settled,
            @HeaderParam(Pass.HEADER) Optional<String> pass,
            @HeaderParam(Ticket.HEADER) Optional<String> ticket) {
        return findContent.find(
                open(room, pass, ticket), StreamKey.of(room), new MessageRef(author, MessageId.of(id)), settled);
    }

    private Uni<OpenStream> open(RoomName room, Optional<String> pass, Optional<String> ticket) {
        return access.user(pass)
                .chain(user -> access.require(room, user, ticket))
                .map(OpenStream::of);
    }
}
