package dev.confab.bench.driver;

import dev.confab.protocol.Json;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Keys of a stack that does not exist. */
final class TestKeys {
    static final String SECRET = "a secret of at least 32 bytes, it is";

    private TestKeys() {}

    static KeyPair pair() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Identities.Keys of(KeyPair pair) {
        var key = (RSAPrivateCrtKey) pair.getPrivate();
        var numbers = Map.of(
                "n", key.getModulus(),
                "e", key.getPublicExponent(),
                "d", key.getPrivateExponent(),
                "p", key.getPrimeP(),
                "q", key.getPrimeQ(),
                "dp", key.getPrimeExponentP(),
                "dq", key.getPrimeExponentQ(),
                "qi", key.getCrtCoefficient());
        var jwk = new HashMap<>(Map.of("kty", "RSA", "kid", "1-x"));
        numbers.forEach((name, number) -> jwk.put(name, Base64.getUrlEncoder().encodeToString(number.toByteArray())));
        return new Identities.Keys(new String(Json.bytes(jwk), StandardCharsets.UTF_8), SECRET);
    }
}
