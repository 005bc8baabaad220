package dev.confab.gateway.web;

import dev.confab.chassis.client.Addresses;
import dev.confab.chassis.security.SecurityEvent;
import dev.confab.chassis.security.SecurityLog;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Username;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells operators of the clients that this gateway turned away. */
@ApplicationScoped
public class Refusals {
    private final SecurityLog log;
    private final Addresses addresses;

    Refusals(SecurityLog log, Addresses addresses) {
        this.log = log;
        this.addresses = addresses;
    }

    /** A page of another site made the request. */
    public void onForeign(HttpServerRequest request) {
        log.of(SecurityEvent.ORIGIN_REFUSED).address(addresses.of(request)).log();
    }

    /** A connection went on flooding although it was refused. */
    public void onFlood(Username user, SessionId session) {
        log.of(SecurityEvent.FLOOD_CLOSED).user(user).session(session).log();
    }
}
