package dev.confab.chassis.identity;

import dev.confab.protocol.SigningKey;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The secret that room-service, message-service and the gateways share, as the key it is used as. */
final class SigningSetup {
    /**
     * @param secret What room-service, message-service and the gateways sign tickets and passes with: at least 32 bytes,
     *     the same for all.
     */
    @Produces
    @Singleton
    SigningKey key(@ConfigProperty(name = "confab.signing.secret") String secret) {
        return new SigningKey(secret);
    }
}
