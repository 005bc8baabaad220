package dev.confab.message.send;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Ticket;
import dev.confab.protocol.Username;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/api")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Sending")
final class SendResource {
    private final SendToRoom sendToRoom;
    private final SendDirect sendDirect;
    private final CurrentUser user;

    SendResource(SendToRoom sendToRoom, SendDirect sendDirect, CurrentUser user) {
        this.sendToRoom = sendToRoom;
        this.sendDirect = sendDirect;
        this.user = user;
    }

    @POST
    @Path("/rooms/{room}/messages")
    @ResponseStatus(201)
    @Operation(summary = "Write to everybody in a room; the same id again gets the first answer")
    @APIResponse(responseCode = "201", description = "Kept, at this position")
    @APIResponse(responseCode = "403", description = "forbidden: the room has a password; banned")
    @APIResponse(responseCode = "404", description = "not_found")
    @APIResponse(responseCode = "429", description = "rate_limited")
    @APIResponse(responseCode = "503", description = "unavailable: send again with the same id")
    public Uni<Sent> toRoom(
            @PathParam("room") RoomName room,
            @HeaderParam(Ticket.HEADER) Optional<String> ticket,
            @Nullable NewMessage message) {
        return sendToRoom.send(user.username(), room, NewMessage.of(message), ticket);
    }

    @POST
    @Path("/direct/{user}/messages")
    @ResponseStatus(201)
    @Operation(summary = "Write to one person; the same id again gets the first answer")
    @APIResponse(responseCode = "201", description = "Kept, at this position")
    @APIResponse(responseCode = "404", description = "not_found: nobody has that name")
    @APIResponse(responseCode = "429", description = "rate_limited")
    @APIResponse(responseCode = "503", description = "unavailable: send again with the same id")
    public Uni<Sent> direct(@PathParam("user") Username recipient, @Nullable NewMessage message) {
        return sendDirect.send(user.username(), recipient, NewMessage.of(message));
    }
}
