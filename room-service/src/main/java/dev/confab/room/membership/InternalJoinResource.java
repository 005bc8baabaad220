package dev.confab.room.membership;

import dev.confab.chassis.identity.Passes;
import dev.confab.protocol.Pass;
import dev.confab.protocol.RoomName;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Joining as a gateway asks for it, for the user that its pass names. */
@Path("/internal/rooms/{room}")
class InternalJoinResource {
    private final Passes passes;
    private final JoinRoom joinRoom;

    InternalJoinResource(Passes passes, JoinRoom joinRoom) {
        this.passes = passes;
        this.joinRoom = joinRoom;
    }

    @POST
    @Path("/join")
    @Operation(hidden = true)
    public Uni<Admission> join(
            @PathParam("room") RoomName room,
            @HeaderParam(Pass.HEADER) Optional<String> header,
            MembershipResource.@Nullable JoinRequest request) {
        return passes.require(header)
                .chain(pass -> joinRoom.join(room, pass.user(), MembershipResource.JoinRequest.passwordOf(request)));
    }

    /** For members: nobody becomes one by it. */
    @POST
    @Path("/ticket")
    @Operation(hidden = true)
    public Uni<Admission> ticket(@PathParam("room") RoomName room, @HeaderParam(Pass.HEADER) Optional<String> header) {
        return passes.require(header).chain(pass -> joinRoom.comeBack(room, pass.user()));
    }
}
