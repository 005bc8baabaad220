package dev.confab.chassis.identity;

import java.security.PublicKey;
import java.util.Optional;

/** The keys that access tokens are verified with, at hand: asking for one waits for nobody. */
public interface VerificationKeys {
    Optional<PublicKey> verifying(String keyId);
}
