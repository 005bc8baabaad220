package dev.confab.auth.session;

import dev.confab.chassis.identity.CurrentUser;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/auth/session")
@Tag(name = "Sessions")
@Authenticated
class SessionResource {
    private final DescribeSession describe;
    private final CurrentUser user;
    private final JsonWebToken token;

    SessionResource(DescribeSession describe, CurrentUser user, JsonWebToken token) {
        this.describe = describe;
        this.user = user;
        this.token = token;
    }

    @GET
    @Operation(summary = "Who is signed in, and where to take them")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "401", description = "nobody")
    public Uni<DescribeSession.Description> describe() {
        return describe.describe(user.username(), user.session(), Instant.ofEpochSecond(token.getExpirationTime()));
    }
}
