package dev.confab.room.membership;

import dev.confab.chassis.identity.EndedSessions;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Pass;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.SigningKey;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Joining as a gateway asks for it, for the user that its pass names. */
@Path("/internal/rooms/{room}")
class InternalJoinResource {
    private final SigningKey key;
    private final EndedSessions endedSessions;
    private final JoinRoom joinRoom;

    InternalJoinResource(SigningKey key, EndedSessions endedSessions, JoinRoom joinRoom) {
        this.key = key;
        this.endedSessions = endedSessions;
        this.joinRoom = joinRoom;
    }

    @POST
    @Path("/join")
    @Operation(hidden = true)
    public Uni<Admission> join(
            @PathParam("room") RoomName room,
            @HeaderParam(Pass.HEADER) Optional<String> header,
            MembershipResource.@Nullable JoinRequest request) {
        return endedSessions
                .settled()
                .chain(() -> joinRoom.join(
                        room, require(header).user(), MembershipResource.JoinRequest.passwordOf(request)));
    }

    /** For members: nobody becomes one by it. */
    @POST
    @Path("/ticket")
    @Operation(hidden = true)
    public Uni<Admission> ticket(@PathParam("room") RoomName room, @HeaderParam(Pass.HEADER) Optional<String> header) {
        return endedSessions
                .settled()
                .chain(() -> joinRoom.comeBack(room, require(header).user()));
    }

    private Pass require(Optional<String> header) {
        return header.flatMap(token -> Pass.verify(key, token, Instant.now()))
                .filter(genuine -> !endedSessions.contains(genuine.session()))
                .orElseThrow(() -> new ConfabException(ErrorCode.UNAUTHENTICATED, "No valid pass was sent."));
    }
}
