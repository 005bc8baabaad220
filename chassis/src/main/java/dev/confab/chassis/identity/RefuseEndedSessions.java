package dev.confab.chassis.identity;

import dev.confab.protocol.SessionId;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** A genuine token of a session that has ended is no better than none. */
@ApplicationScoped
public class RefuseEndedSessions implements SecurityIdentityAugmentor {
    private final EndedSessions ended;

    RefuseEndedSessions(EndedSessions ended) {
        this.ended = ended;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.getPrincipal() instanceof JsonWebToken token && token.getClaim("sid") instanceof String session) {
            return ended.settled().map(settled -> unlessEnded(identity, new SessionId(session)));
        }
        return Uni.createFrom().item(identity);
    }

    private SecurityIdentity unlessEnded(SecurityIdentity identity, SessionId session) {
        if (ended.contains(session)) {
            throw new AuthenticationFailedException("the session has ended");
        }
        return identity;
    }
}
