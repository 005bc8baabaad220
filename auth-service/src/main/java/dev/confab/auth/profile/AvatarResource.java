package dev.confab.auth.profile;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.outbox.database.Database;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Username;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/users")
@Tag(name = "Profiles")
@Authenticated
class AvatarResource {
    private static final String FOR_EVER = "private, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "private, no-cache";

    private final Database database;
    private final AvatarStore avatars;
    private final ChangeAvatar change;
    private final CurrentUser user;

    AvatarResource(Database database, AvatarStore avatars, ChangeAvatar change, CurrentUser user) {
        this.database = database;
        this.avatars = avatars;
        this.change = change;
        this.user = user;
    }

    @GET
    @Path("/{username}/avatar")
    @Operation(summary = "A user's picture. With its name in ?v= it may be kept for ever, else it is asked for by ETag")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "304", description = "the picture that the client has is the present one")
    @APIResponse(responseCode = "404", description = "no such user, or no picture")
    public Uni<Response> avatar(
            @PathParam("username") Username username,
            @QueryParam("v") @Nullable String version,
            @Context Request request) {
        Username wanted = username.key().equals("me") ? user.username() : username;
        return database.read(() -> avatars.find(wanted))
                .map(found -> found.orElseThrow(
                        () -> new ConfabException(ErrorCode.NOT_FOUND, "There is no picture of this user.")))
                .map(avatar -> answer(avatar, version, request));
    }

    @PUT
    @Path("/me/avatar")
    @Operation(summary = "Gives the user a picture: PNG, JPEG or WebP, at most 256 KB and 1,024 × 1,024 pixels")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "413", description = "too_large")
    @APIResponse(responseCode = "415", description = "not one of these formats, not whole, or moving")
    public Uni<Profile> put(byte[] content) {
        return change.put(user.username(), Picture.read(content));
    }

    @DELETE
    @Path("/me/avatar")
    @Operation(summary = "Takes the user's picture away")
    @APIResponse(responseCode = "200")
    public Uni<Profile> remove() {
        return change.remove(user.username());
    }

    private static Response answer(AvatarRow avatar, @Nullable String version, Request request) {
        EntityTag tag = new EntityTag(avatar.hash);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer =
                unchanged != null ? unchanged : Response.ok(avatar.content).type(avatar.mediaType);
        return answer.tag(tag)
                .header("Cache-Control", avatar.hash.equals(version) ? FOR_EVER : ASK_AGAIN)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }
}
