package dev.confab.room.membership;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.chassis.security.RequestTrail;
import dev.confab.chassis.security.SecurityEvent;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import dev.confab.room.Line;
import dev.confab.room.password.RoomPassword;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/rooms/{room}")
@Authenticated
@Tag(name = "Members")
class MembershipResource {
    /** The password is needed by those who are no members of a room that has one. */
    record JoinRequest(Optional<RoomPassword> password) {
        static Optional<RoomPassword> passwordOf(@Nullable JoinRequest request) {
            return request == null ? Optional.empty() : request.password();
        }
    }

    private final CurrentUser user;
    private final JoinRoom joinRoom;
    private final LeaveRoom leaveRoom;
    private final KickMember kickMember;
    private final AppointModerator appointModerator;
    private final DismissModerator dismissModerator;
    private final RequestTrail trail;

    MembershipResource(
            CurrentUser user,
            JoinRoom joinRoom,
            LeaveRoom leaveRoom,
            KickMember kickMember,
            AppointModerator appointModerator,
            DismissModerator dismissModerator,
            RequestTrail trail) {
        this.user = user;
        this.joinRoom = joinRoom;
        this.leaveRoom = leaveRoom;
        this.kickMember = kickMember;
        this.appointModerator = appointModerator;
        this.dismissModerator = dismissModerator;
        this.trail = trail;
    }

    @POST
    @Path("/join")
    @Operation(summary = "Become a member, or show that one is: get a ticket")
    @APIResponse(responseCode = "200", description = "The ticket")
    @APIResponse(responseCode = "403", description = "wrong_password or banned")
    @APIResponse(responseCode = "404", description = "There is no such room")
    @APIResponse(responseCode = "409", description = "The room is full")
    @APIResponse(responseCode = "429", description = "Too many wrong passwords")
    @APIResponse(
            responseCode = "503",
            description = "The database is away, or the log and something was decided just now")
    public Uni<Admission> join(@PathParam("room") RoomName room, @Nullable JoinRequest request) {
        return joinRoom.join(room, user.username(), JoinRequest.passwordOf(request));
    }

    @DELETE
    @Path("/members/me")
    @Operation(summary = "Leave: end one's own membership")
    @APIResponse(responseCode = "204", description = "Not a member any more")
    @APIResponse(responseCode = "409", description = "The caller owns the room, or it is main")
    public Uni<Void> leave(@PathParam("room") RoomName room) {
        return leaveRoom.leave(room, user.username());
    }

    @DELETE
    @Path("/members/{user}")
    @Operation(summary = "Kick: end a member's sessions in the room, and the membership if the room has a password")
    @APIResponse(responseCode = "204", description = "Kicked")
    @APIResponse(responseCode = "403", description = "The caller's role does not allow it")
    @APIResponse(responseCode = "404", description = "There is no such room or member")
    public Uni<Void> kick(
            @PathParam("room") RoomName room,
            @PathParam("user") Username member,
            @QueryParam("reason") Optional<String> reason) {
        return kickMember
                .kick(room, user.username(), member, Line.of("reason", reason.orElse(""), Line.MAX_REASON))
                .invoke(trail.of(SecurityEvent.KICKED, room).user(member)::log);
    }

    @PUT
    @Path("/moderators/{user}")
    @Operation(summary = "Make a member a moderator")
    @APIResponse(responseCode = "204", description = "They are a moderator")
    @APIResponse(responseCode = "403", description = "The caller does not own the room")
    @APIResponse(responseCode = "404", description = "There is no such room or member")
    public Uni<Void> appoint(@PathParam("room") RoomName room, @PathParam("user") Username member) {
        return appointModerator.appoint(room, user.username(), member).invoke(roleChange(room, member, Role.MODERATOR));
    }

    @DELETE
    @Path("/moderators/{user}")
    @Operation(summary = "Make a moderator a member like the others")
    @APIResponse(responseCode = "204", description = "They are no moderator any more")
    @APIResponse(responseCode = "403", description = "The caller does not own the room")
    @APIResponse(responseCode = "404", description = "There is no such room or moderator")
    public Uni<Void> dismiss(@PathParam("room") RoomName room, @PathParam("user") Username moderator) {
        return dismissModerator
                .dismiss(room, user.username(), moderator)
                .invoke(roleChange(room, moderator, Role.MEMBER));
    }

    private Runnable roleChange(RoomName room, Username whose, Role role) {
        return trail.of(SecurityEvent.ROLE_CHANGED, room)
                .user(whose)
                .reason(role.name().toLowerCase(Locale.ROOT))::log;
    }
}
