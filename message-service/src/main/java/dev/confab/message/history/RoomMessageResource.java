package dev.confab.message.history;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.message.history.ReadRevisions.Revisions;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Ticket;
import dev.confab.protocol.Username;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
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
final class RoomMessageResource {
    private final RoomVisits visits;
    private final ReadMessage readMessage;
    private final ReadRevisions readRevisions;
    private final CurrentUser user;

    RoomMessageResource(RoomVisits visits, ReadMessage readMessage, ReadRevisions readRevisions, CurrentUser user) {
        this.visits = visits;
        this.readMessage = readMessage;
        this.readRevisions = readRevisions;
        this.user = user;
    }

    @GET
    @Path("/rooms/{room}/messages/{author}/{id}")
    @Operation(summary = "One message of a room, as in its history")
    @APIResponse(responseCode = "200", description = "The message; a deleted one without its text")
    @APIResponse(responseCode = "403", description = "forbidden: the room has a password; banned")
    @APIResponse(responseCode = "404", description = "not_found: no such room or message")
    @APIResponse(responseCode = "503", description = "unavailable")
    public Uni<HistoryMessage> message(
            @PathParam("room") RoomName room,
            @PathParam("author") Username author,
            @PathParam("id") String id,
            @HeaderParam(Ticket.HEADER) Optional<String> ticket) {
        return readMessage.read(visits.of(room, user.username(), ticket), ref(author, id));
    }

    @GET
    @Path("/rooms/{room}/messages/{author}/{id}/revisions")
    @Operation(summary = "What a message said before it was edited, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "The former texts, each with the time when it was written; none of a deleted message")
    @APIResponse(
            responseCode = "403",
            description = "forbidden: the room has a password, or only author and moderators may see them; banned")
    @APIResponse(responseCode = "404", description = "not_found: no such room or message")
    @APIResponse(responseCode = "503", description = "unavailable")
    public Uni<Revisions> revisions(
            @PathParam("room") RoomName room,
            @PathParam("author") Username author,
            @PathParam("id") String id,
            @HeaderParam(Ticket.HEADER) Optional<String> ticket) {
        return readRevisions.read(visits.of(room, user.username(), ticket), ref(author, id));
    }

    private static MessageRef ref(Username author, String id) {
        return new MessageRef(author, MessageId.of(id));
    }
}
