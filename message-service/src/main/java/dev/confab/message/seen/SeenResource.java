package dev.confab.message.seen;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.message.direct.DirectVisits;
import dev.confab.message.history.RoomVisits;
import dev.confab.message.history.Visit;
import dev.confab.message.seen.ReadSeen.Seen;
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
@Tag(name = "Seen")
final class SeenResource {
    private final RoomVisits rooms;
    private final DirectVisits conversations;
    private final ReadSeen readSeen;
    private final CurrentUser user;

    SeenResource(RoomVisits rooms, DirectVisits conversations, ReadSeen readSeen, CurrentUser user) {
        this.rooms = rooms;
        this.conversations = conversations;
        this.readSeen = readSeen;
        this.user = user;
    }

    @GET
    @Path("/rooms/{room}/messages/{author}/{id}/seen")
    @Operation(summary = "Who has read a room up to a message")
    @APIResponse(
            responseCode = "200",
            description =
                    "How many, 1,000 at most; and who, in rooms of up to 100 members. Neither the author nor who does"
                            + " not want to be seen")
    @APIResponse(responseCode = "403", description = "forbidden: the room has a password; banned")
    @APIResponse(responseCode = "404", description = "not_found: no such room or message")
    @APIResponse(responseCode = "503", description = "unavailable")
    public Uni<Seen> inRoom(
            @PathParam("room") RoomName room,
            @PathParam("author") Username author,
            @PathParam("id") String id,
            @HeaderParam(Ticket.HEADER) Optional<String> ticket) {
        return seen(rooms.of(room, user.username(), ticket), author, id);
    }

    @GET
    @Path("/direct/{user}/messages/{author}/{id}/seen")
    @Operation(summary = "Whether the other one has read a conversation up to a message")
    @APIResponse(responseCode = "200", description = "As in a room")
    @APIResponse(responseCode = "404", description = "not_found: no such person or message")
    @APIResponse(responseCode = "503", description = "unavailable")
    public Uni<Seen> inConversation(
            @PathParam("user") Username other, @PathParam("author") Username author, @PathParam("id") String id) {
        return seen(conversations.of(user.username(), other), author, id);
    }

    private Uni<Seen> seen(Visit visit, Username author, String id) {
        return readSeen.read(visit, new MessageRef(author, MessageId.of(id)));
    }
}
