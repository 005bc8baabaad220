package dev.confab.auth.session;

import dev.confab.chassis.identity.CurrentUser;
import dev.confab.protocol.SessionId;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/auth/sessions")
@Tag(name = "Sessions")
@Authenticated
class DevicesResource {

    record Devices(List<ListDevices.Device> sessions) {}

    private final ListDevices list;
    private final EndSessions end;
    private final CurrentUser user;
    private final SessionCookies cookies;

    DevicesResource(ListDevices list, EndSessions end, CurrentUser user, SessionCookies cookies) {
        this.list = list;
        this.end = end;
        this.user = user;
        this.cookies = cookies;
    }

    @GET
    @Operation(summary = "Where the user is signed in, last seen first")
    @APIResponse(responseCode = "200")
    public Uni<Devices> list() {
        return list.list(user.username(), user.session()).map(Devices::new);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Ends one of the user's sessions: its sockets are closed and its tokens are void")
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "404", description = "the user has no such session")
    public Uni<Response> end(@PathParam("id") SessionId id) {
        boolean own = id.equals(user.session());
        return end.endDevice(id, user.username())
                .map(done -> own ? cookies.signedOut() : Response.noContent().build());
    }
}
