package dev.confab.auth.key;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * One key pair for ES256.
 *
 * @param generation counts the keys, from 1
 * @param activeFrom when it begins to sign, until the next generation does
 */
record TokenKey(int generation, EllipticCurveJsonWebKey jwk, Instant activeFrom) {

    static TokenKey generate(int generation, Instant activeFrom) {
        try {
            EllipticCurveJsonWebKey jwk = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            jwk.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            jwk.setUse("sig");
            jwk.setKeyId(generation + "-"
                    + jwk.calculateBase64urlEncodedThumbprint("SHA-256").substring(0, 16));
            return new TokenKey(generation, jwk, activeFrom);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    static TokenKey parse(int generation, String json, Instant activeFrom) {
        try {
            return new TokenKey(generation, (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(json), activeFrom);
        } catch (JoseException e) {
            throw new IllegalStateException("token key " + generation + " can't be read", e);
        }
    }

    /** With the private part. */
    String toJson() {
        return jwk.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    String id() {
        return jwk.getKeyId();
    }

    PrivateKey privateKey() {
        return jwk.getPrivateKey();
    }

    PublicKey publicKey() {
        return jwk.getPublicKey();
    }

    @Override
    public String toString() {
        return "TokenKey[" + id() + " from " + activeFrom + "]";
    }
}
