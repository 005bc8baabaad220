package dev.confab.room.lifecycle;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.chassis.problem.RawPath;
import dev.confab.chassis.security.RequestTrail;
import dev.confab.chassis.security.SecurityEvent;
import dev.confab.chassis.security.SecurityLog;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.RoomName;
import dev.confab.room.Line;
import dev.confab.room.directory.Directory;
import dev.confab.room.directory.RoomView;
import dev.confab.room.password.RoomPassword;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/rooms")
@Authenticated
@Tag(name = "Rooms")
class LifecycleResource {
    record NewRoom(@Nullable RoomName name, Optional<RoomPassword> password, Optional<String> topic) {}

    /** A password of {@code null} takes it away, an absent one leaves it. */
    record RoomPatch(Optional<String> topic, PasswordChange password) {}

    private final CurrentUser user;
    private final CreateRoom createRoom;
    private final ChangeRoom changeRoom;
    private final DeleteRoom deleteRoom;
    private final Directory directory;
    private final RequestTrail trail;

    LifecycleResource(
            CurrentUser user,
            CreateRoom createRoom,
            ChangeRoom changeRoom,
            DeleteRoom deleteRoom,
            Directory directory,
            RequestTrail trail) {
        this.user = user;
        this.createRoom = createRoom;
        this.changeRoom = changeRoom;
        this.deleteRoom = deleteRoom;
        this.directory = directory;
        this.trail = trail;
    }

    @POST
    @Operation(summary = "Create a room and own it")
    @APIResponse(responseCode = "201", description = "The room")
    @APIResponse(responseCode = "400", description = "The name, the password or the topic is wrong")
    @APIResponse(responseCode = "409", description = "room_exists, or conflict: the caller owns too many")
    public Uni<RestResponse<RoomView>> create(@Nullable NewRoom asked) {
        if (asked == null || asked.name() == null) {
            throw new ConfabException(ErrorCode.INVALID, "The name is missing.", "name");
        }
        RoomName name = asked.name().requireNew();
        return createRoom
                .create(name, user.username(), topic(asked.topic()).orElse(""), asked.password())
                .chain(() -> directory.show(name, user.username()))
                .map(room -> RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, room)
                        .location(URI.create("/api/rooms/" + RawPath.encode(name.value())))
                        .build());
    }

    @PATCH
    @Path("/{room}")
    @Operation(summary = "Change the topic or the password; a password of null takes it away")
    @APIResponse(responseCode = "200", description = "The room as it is now")
    @APIResponse(responseCode = "403", description = "The caller does not own the room")
    @APIResponse(responseCode = "404", description = "There is no such room")
    public Uni<RoomView> change(@PathParam("room") RoomName room, @Nullable RoomPatch patch) {
        if (patch == null) {
            throw new ConfabException(ErrorCode.MALFORMED, "Say what to change.");
        }
        return changeRoom
                .change(room, user.username(), topic(patch.topic()), patch.password())
                .invoke(passwordChange(room, patch.password()))
                .chain(() -> directory.show(room, user.username()));
    }

    @DELETE
    @Path("/{room}")
    @Operation(summary = "Delete the room; its name is free again")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "403", description = "The caller does not own the room, or it is main")
    @APIResponse(responseCode = "404", description = "There is no such room")
    public Uni<Void> delete(@PathParam("room") RoomName room) {
        return deleteRoom.delete(room, user.username()).invoke(trail.of(SecurityEvent.ROOM_DELETED, room)::log);
    }

    private Runnable passwordChange(RoomName room, PasswordChange change) {
        SecurityLog.Entry entry = trail.of(SecurityEvent.ROOM_PASSWORD_CHANGED, room);
        return switch (change) {
            case PasswordChange.Keep _ -> () -> {};
            case PasswordChange.Remove _ -> entry.reason("removed")::log;
            case PasswordChange.Replace _ -> entry.reason("set")::log;
        };
    }

    private static Optional<String> topic(Optional<String> given) {
        return given.map(text -> Line.of("topic", text, Line.MAX_TOPIC));
    }
}
