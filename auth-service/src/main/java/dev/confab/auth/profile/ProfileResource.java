package dev.confab.auth.profile;

import dev.confab.auth.account.AccountStore;
import dev.confab.chassis.identity.CurrentUser;
import dev.confab.chassis.problem.RequestBody;
import dev.confab.outbox.database.Database;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/users")
@Tag(name = "Profiles")
@Authenticated
class ProfileResource {

    record Changes(Optional<String> displayName, Optional<String> bio) {}

    record LastRoom(RoomName room) {
        LastRoom {
            if (room == null) {
                throw new ConfabException(ErrorCode.INVALID, "The room is missing.", "room");
            }
        }
    }

    private final Database database;
    private final AccountStore accounts;
    private final ChangeProfile change;
    private final RememberRoom remember;
    private final CurrentUser user;

    ProfileResource(
            Database database, AccountStore accounts, ChangeProfile change, RememberRoom remember, CurrentUser user) {
        this.database = database;
        this.accounts = accounts;
        this.change = change;
        this.remember = remember;
        this.user = user;
    }

    @GET
    @Path("/{username}")
    @Operation(summary = "What everybody may see of a user; 'me' is the one who asks")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "404", description = "no such user")
    public Uni<Profile> profile(@PathParam("username") Username username) {
        Username wanted = username.key().equals("me") ? user.username() : username;
        return database.read(() -> accounts.require(wanted)).map(Profile::of);
    }

    @PATCH
    @Path("/me")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes what is given of the user's own profile; an empty text takes it away")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "400", description = "a value that is not allowed, named in field")
    public Uni<Profile> change(@Nullable Changes body) {
        Changes changes = RequestBody.require(body);
        return change.change(user.username(), changes.displayName(), changes.bio());
    }

    @PUT
    @Path("/me/last-room")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Notes the room to come back to at the next sign-in")
    @APIResponse(responseCode = "204")
    public Uni<Response> remember(@Nullable LastRoom body) {
        return remember.remember(user.username(), RequestBody.require(body).room())
                .map(done -> Response.noContent().build());
    }
}
