package dev.confab.chassis.security;

import dev.confab.chassis.client.Addresses;
import io.quarkus.security.spi.runtime.AuthenticationFailureEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** Tells of every access token that was not taken. */
@ApplicationScoped
class RefusedTokens {
    private final SecurityLog log;
    private final Addresses addresses;

    RefusedTokens(SecurityLog log, Addresses addresses) {
        this.log = log;
        this.addresses = addresses;
    }

    void onRefused(@Observes AuthenticationFailureEvent refused) {
        SecurityLog.Entry entry = log.of(SecurityEvent.TOKEN_REFUSED);
        if (refused.getEventProperties().get(RoutingContext.class.getName()) instanceof RoutingContext routing) {
            entry.address(addresses.of(routing.request()));
        }
        entry.reason(reason(refused.getAuthenticationFailure())).log();
    }

    private static String reason(Throwable failure) {
        if (failure.getCause() == null) {
            return "ended";
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidJwtException judged && judged.hasExpired()) {
                return "expired";
            }
        }
        return "invalid";
    }
}
