package dev.confab.message.unread;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.message.unread.CountUnread.Unread;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api")
@Authenticated
@Tag(name = "Unread")
final class UnreadResource {
    private final CountUnread countUnread;
    private final MarkRead markRead;
    private final CurrentUser user;

    UnreadResource(CountUnread countUnread, MarkRead markRead, CurrentUser user) {
        this.countUnread = countUnread;
        this.markRead = markRead;
        this.user = user;
    }

    /** Up to where something has been read. */
    record ReadUpTo(Position position) {
        static Position of(@Nullable ReadUpTo body) {
            if (body == null || body.position() == null) {
                throw new ConfabException(ErrorCode.INVALID, "'position' is missing.", "position");
            }
            return body.position();
        }
    }

    @GET
    @Path("/unread")
    @Operation(summary = "How much is new in each joined room and each conversation since the position last read")
    @APIResponse(responseCode = "200", description = "Counts of at most 1,000; own messages are not new")
    public Uni<Unread> unread() {
        return countUnread.everywhere(user.username());
    }

    @PUT
    @Path("/rooms/{room}/read")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Everything in the room up to this position has been read")
    @APIResponse(responseCode = "204", description = "Noted; a marker never moves back")
    @APIResponse(responseCode = "403", description = "not_joined")
    public Uni<Void> readRoom(@PathParam("room") RoomName room, @Nullable ReadUpTo read) {
        return markRead.inRoom(user.username(), room, ReadUpTo.of(read));
    }

    @PUT
    @Path("/direct/{user}/read")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Everything in the conversation up to this position has been read")
    @APIResponse(responseCode = "204", description = "Noted; a marker never moves back")
    @APIResponse(responseCode = "404", description = "not_found: there is no conversation with that person")
    public Uni<Void> readDirect(@PathParam("user") Username other, @Nullable ReadUpTo read) {
        return markRead.inConversation(user.username(), other, ReadUpTo.of(read));
    }
}
