package dev.confab.message.direct;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.message.history.HistoryMessage;
import dev.confab.message.history.ReadMessage;
import dev.confab.message.history.ReadRevisions;
import dev.confab.message.history.ReadRevisions.Revisions;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Username;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api")
@Authenticated
@Tag(name = "Private conversations")
final class DirectMessageResource {
    private final DirectVisits visits;
    private final ReadMessage readMessage;
    private final ReadRevisions readRevisions;
    private final CurrentUser user;

    DirectMessageResource(DirectVisits visits, ReadMessage readMessage, ReadRevisions readRevisions, CurrentUser user) {
        this.visits = visits;
        this.readMessage = readMessage;
        this.readRevisions = readRevisions;
        this.user = user;
    }

    @GET
    @Path("/direct/{user}/messages/{author}/{id}")
    @Operation(summary = "One message of a conversation, as in its history")
    @APIResponse(responseCode = "200", description = "The message; a deleted one without its text")
    @APIResponse(responseCode = "404", description = "not_found: no such person or message")
    @APIResponse(responseCode = "503", description = "unavailable")
    public Uni<HistoryMessage> message(
            @PathParam("user") Username other, @PathParam("author") Username author, @PathParam("id") String id) {
        return readMessage.read(visits.of(user.username(), other), ref(author, id));
    }

    @GET
    @Path("/direct/{user}/messages/{author}/{id}/revisions")
    @Operation(summary = "What a message said before it was edited, oldest first")
    @APIResponse(
            responseCode = "200",
            description = "The former texts, each with the time when it was written; none of a deleted message")
    @APIResponse(responseCode = "403", description = "forbidden: only the author may see them")
    @APIResponse(responseCode = "404", description = "not_found: no such person or message")
    @APIResponse(responseCode = "503", description = "unavailable")
    public Uni<Revisions> revisions(
            @PathParam("user") Username other, @PathParam("author") Username author, @PathParam("id") String id) {
        return readRevisions.read(visits.of(user.username(), other), ref(author, id));
    }

    private static MessageRef ref(Username author, String id) {
        return new MessageRef(author, MessageId.of(id));
    }
}
