package dev.confab.gateway.rest;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.gateway.read.MarkRead;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Target;
import dev.confab.protocol.Ticket;
import dev.confab.protocol.Username;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api")
@Authenticated
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Unread")
public final class ReadResource {
    private final MarkRead markRead;
    private final AdmitCallers admitCallers;
    private final CurrentUser user;

    ReadResource(MarkRead markRead, AdmitCallers admitCallers, CurrentUser user) {
        this.markRead = markRead;
        this.admitCallers = admitCallers;
        this.user = user;
    }

    /**
     * Up to where something has been read.
     *
     * @param hidden whether nobody else is to be told
     */
    public record ReadUpTo(Position position, Optional<Boolean> hidden) {
        static ReadUpTo of(@Nullable ReadUpTo body) {
            if (body == null || body.position() == null) {
                throw new ConfabException(ErrorCode.INVALID, "'position' is missing.", "position");
            }
            return body;
        }
    }

    @PUT
    @Path("/rooms/{room}/read")
    @Operation(summary = "Everything in the room up to this position has been read")
    @APIResponse(responseCode = "204", description = "Kept; what is read never goes back")
    @APIResponse(responseCode = "400", description = "invalid: nothing stands at this position yet")
    @APIResponse(responseCode = "403", description = "not_joined")
    public Uni<Void> room(
            @PathParam("room") RoomName room,
            @HeaderParam(Ticket.HEADER) Optional<String> ticket,
            @Nullable ReadUpTo read) {
        return mark(new Target.Room(room), ticket, ReadUpTo.of(read));
    }

    @PUT
    @Path("/direct/{user}/read")
    @Operation(summary = "Everything in the conversation up to this position has been read")
    @APIResponse(responseCode = "204", description = "Kept; what is read never goes back")
    @APIResponse(responseCode = "400", description = "invalid: nothing stands at this position yet")
    @APIResponse(responseCode = "404", description = "not_found: nobody has that name")
    public Uni<Void> direct(@PathParam("user") Username other, @Nullable ReadUpTo read) {
        return mark(new Target.Person(other), Optional.empty(), ReadUpTo.of(read));
    }

    private Uni<Void> mark(Target target, Optional<String> ticket, ReadUpTo read) {
        return admitCallers
                .admit(user, target, ticket)
                .chain(reader -> markRead.mark(
                        reader, target, read.position(), read.hidden().orElse(false)));
    }
}
