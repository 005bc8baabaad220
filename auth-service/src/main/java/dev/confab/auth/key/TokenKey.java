package dev.confab.auth.key;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * One key pair. Tokens are verified with every request and signed every quarter of an hour, so it is an RSA key: to verify
 * costs a tenth of what it does on an elliptic curve.
 *
 * @param generation counts the keys, from 1
 * @param activeFrom when it begins to sign, until the next generation does
 */
record TokenKey(int generation, PublicJsonWebKey jwk, Instant activeFrom) {
    private static final int BITS = 2048;

    /** A new key; takes some tenths of a second. */
    static TokenKey generate(int generation, Instant activeFrom) {
        try {
            RsaJsonWebKey jwk = RsaJwkGenerator.generateJwk(BITS);
            jwk.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
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
            return new TokenKey(generation, PublicJsonWebKey.Factory.newPublicJwk(json), activeFrom);
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

    SignatureAlgorithm algorithm() {
        return SignatureAlgorithm.fromAlgorithm(jwk.getAlgorithm());
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
