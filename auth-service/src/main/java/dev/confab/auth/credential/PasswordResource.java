package dev.confab.auth.credential;

import dev.confab.auth.password.Password;
import dev.confab.auth.throttle.Attempt;
import dev.confab.chassis.client.Client;
import dev.confab.chassis.identity.CurrentUser;
import dev.confab.chassis.problem.RequestBody;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/auth/password")
@Tag(name = "Sign-in")
@Authenticated
class PasswordResource {

    record Change(@Nullable String current, @Nullable String next) {
        @Override
        public String toString() {
            return "Change[…]";
        }
    }

    private final ChangePassword change;
    private final CurrentUser user;
    private final Client client;

    PasswordResource(ChangePassword change, CurrentUser user, Client client) {
        this.change = change;
        this.user = user;
        this.client = client;
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes the password and ends all other sessions of the user")
    @APIResponse(responseCode = "204")
    @APIResponse(responseCode = "401", description = "bad_credentials: the current password is another")
    @APIResponse(responseCode = "429", description = "too many wrong passwords; see Retry-After")
    public Uni<Response> change(@Nullable Change body) {
        Change request = RequestBody.require(body);
        Password current = Password.given(request.current(), "current");
        Password next = Password.chosen(request.next(), "next");
        Attempt attempt = new Attempt(user.username(), client.address());
        return change.change(attempt, user.session(), current, next)
                .map(done -> Response.noContent().build());
    }
}
