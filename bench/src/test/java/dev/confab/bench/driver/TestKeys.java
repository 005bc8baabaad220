package dev.confab.bench.driver;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** Keys of a stack that does not exist. */
final class TestKeys {
    static final String SECRET = "a secret of at least 32 bytes, it is";

    private TestKeys() {}

    static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Identities.Keys of(KeyPair pair) {
        var secret = ((ECPrivateKey) pair.getPrivate()).getS().toByteArray();
        var jwk = "{\"kty\":\"EC\",\"kid\":\"1-x\",\"d\":\"%s\"}"
                .formatted(Base64.getUrlEncoder().encodeToString(secret));
        return new Identities.Keys(jwk, SECRET);
    }
}
