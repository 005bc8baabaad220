package dev.confab.gateway.rest;

import dev.confab.chassis.rate.Rate;
import dev.confab.chassis.rate.TokenBuckets;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Username;
import jakarta.enterprise.context.ApplicationScoped;

/** Bounds how fast one user writes over REST. */
@ApplicationScoped
class SendRate {
    private final TokenBuckets<Username> byUser;

    SendRate(SendConfig config) {
        byUser = new TokenBuckets<>(Rate.perSecond(config.perSecond(), config.burst()), config.users());
    }

    /** @throws ConfabException {@code rate_limited}, with when to come back */
    void take(Username user) {
        byUser.require(user);
    }
}
