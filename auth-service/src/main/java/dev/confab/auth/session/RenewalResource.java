package dev.confab.auth.session;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Username;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/auth")
@Tag(name = "Sessions")
class RenewalResource {
    private final RefreshSession refresh;
    private final EndSessions end;
    private final SessionCookies cookies;
    private final CurrentIdentityAssociation identity;

    RenewalResource(
            RefreshSession refresh, EndSessions end, SessionCookies cookies, CurrentIdentityAssociation identity) {
        this.refresh = refresh;
        this.end = end;
        this.cookies = cookies;
        this.identity = identity;
    }

    @POST
    @Path("/refresh")
    @PermitAll
    @Operation(summary = "A new access token for the refresh cookie, which is renewed as well")
    @APIResponse(responseCode = "200")
    @APIResponse(responseCode = "401", description = "the session has ended; takes the cookies away")
    public Uni<Response> refresh(@CookieParam(SessionCookies.REFRESH) @DefaultValue("") String cookie) {
        return RefreshToken.parse(cookie)
                .map(refresh::refresh)
                .orElseGet(() -> Uni.createFrom().failure(RefreshSession.ended()))
                .map(signedIn -> cookies.signedIn(Response.Status.OK, signedIn))
                .onFailure(RenewalResource::isOver)
                .recoverWithItem(why -> cookies.over((ConfabException) why));
    }

    @POST
    @Path("/logout")
    @PermitAll
    @Operation(summary = "Ends the session of the token or of the refresh cookie, everywhere; done if there is none")
    @APIResponse(responseCode = "204")
    public Uni<Response> logout(@CookieParam(SessionCookies.REFRESH) @DefaultValue("") String cookie) {
        return identity.getDeferredIdentity()
                .chain(this::logout)
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull()
                .chain(() -> RefreshToken.parse(cookie)
                        .map(end::logout)
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .map(done -> cookies.signedOut());
    }

    private static boolean isOver(Throwable failure) {
        return failure instanceof ConfabException refused && refused.code() == ErrorCode.UNAUTHENTICATED;
    }

    private Uni<Void> logout(SecurityIdentity who) {
        return who.getPrincipal() instanceof JsonWebToken token && token.getClaim("sid") instanceof String session
                ? end.logout(new SessionId(session), new Username(token.getName()))
                : Uni.createFrom().voidItem();
    }
}
