package dev.confab.auth.credential;

import dev.confab.auth.password.Password;
import dev.confab.auth.session.SessionCookies;
import dev.confab.auth.session.SignedIn;
import dev.confab.chassis.client.Client;
import dev.confab.chassis.problem.RequestBody;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/auth")
@Tag(name = "Sign-in")
@Consumes(MediaType.APPLICATION_JSON)
@PermitAll
class CredentialsResource {

    record Credentials(Username username, @Nullable String password) {
        Credentials {
            if (username == null) {
                throw new ConfabException(ErrorCode.INVALID, "The username is missing.", "username");
            }
        }

        @Override
        public String toString() {
            return "Credentials[" + username + "]";
        }
    }

    private final Register register;
    private final Login login;
    private final Client client;
    private final SessionCookies cookies;

    CredentialsResource(Register register, Login login, Client client, SessionCookies cookies) {
        this.register = register;
        this.login = login;
        this.client = client;
        this.cookies = cookies;
    }

    @POST
    @Path("/register")
    @Operation(summary = "Makes an account and signs in")
    @APIResponse(
            responseCode = "201",
            description = "with both cookies",
            content = @Content(schema = @Schema(implementation = SignedIn.class)))
    @APIResponse(responseCode = "400", description = "a value that is not allowed, named in field")
    @APIResponse(responseCode = "409", description = "username_taken")
    public Uni<Response> register(@Nullable Credentials body) {
        Credentials credentials = RequestBody.require(body);
        Password password = Password.chosen(credentials.password(), "password");
        return register.register(credentials.username(), password, client.device())
                .map(signedIn -> cookies.signedIn(Response.Status.CREATED, signedIn));
    }

    @POST
    @Path("/login")
    @Operation(summary = "Signs in by password")
    @APIResponse(
            responseCode = "200",
            description = "with both cookies",
            content = @Content(schema = @Schema(implementation = SignedIn.class)))
    @APIResponse(responseCode = "401", description = "bad_credentials: no such user, or another password")
    @APIResponse(responseCode = "429", description = "too many wrong passwords; see Retry-After")
    public Uni<Response> login(@Nullable Credentials body) {
        Credentials credentials = RequestBody.require(body);
        Password password = Password.given(credentials.password(), "password");
        return login.login(credentials.username(), password, client.device())
                .map(signedIn -> cookies.signedIn(Response.Status.OK, signedIn));
    }
}
