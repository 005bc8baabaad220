package dev.confab.systemtests.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.Json;
import dev.confab.stack.testing.TestStack;
import dev.confab.stack.testing.TokenKeys;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.RSAPrivateKeySpec;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes access tokens as an attacker would, and, with the key that auth-service keeps, as nobody should be able to. */
final class TokenForge {
    private final String kid;
    private final PrivateKey genuine;
    private final PrivateKey foreign;
    private final String publicKeys;
    private final Map<String, Object> claims = new HashMap<>();

    private TokenForge(JsonNode jwk, String publicKeys, String user) throws GeneralSecurityException {
        this.kid = jwk.path("kid").asText();
        this.genuine = privateKey(jwk);
        this.foreign = foreignKey();
        this.publicKeys = publicKeys;
        Instant now = Instant.now();
        claims.put("iss", "confab");
        claims.put("aud", "confab");
        claims.put("sub", user);
        claims.put("upn", user);
        claims.put("sid", UUID.randomUUID().toString());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(Duration.ofMinutes(10)).getEpochSecond());
        claims.put("jti", UUID.randomUUID().toString());
    }

    /** For tokens that name this user. */
    static TokenForge of(TestStack stack, String user, String publicKeys) {
        try (var database = DriverManager.getConnection(stack.jdbcUrl("auth-service"));
                var query = database.prepareStatement("select generation, jwk from token_key order by generation");
                var rows = query.executeQuery()) {
            rows.next();
            String jwk = TokenKeys.open(stack, rows.getInt(1), rows.getString(2));
            return new TokenForge(Json.mapper().readTree(jwk), publicKeys, user);
        } catch (SQLException | GeneralSecurityException | IOException e) {
            throw new AssertionError("no key to forge tokens with", e);
        }
    }

    TokenForge claiming(String claim, Object value) {
        claims.put(claim, value);
        return this;
    }

    String signed() {
        return sign(genuine);
    }

    String signedWithAnotherKey() {
        return sign(foreign);
    }

    String unsigned() {
        return encoded(Map.of("alg", "none", "typ", "JWT", "kid", kid)) + "." + encoded(claims) + ".";
    }

    /** The public keys taken for the secret of a symmetric signature. */
    String signedWithThePublicKey() {
        String input = encoded(Map.of("alg", "HS256", "typ", "JWT", "kid", kid)) + "." + encoded(claims);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(publicKeys.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return input + "." + encoded(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /** A genuine signature under other claims. */
    String altered(String user) {
        String signature = signed().split("\\.")[2];
        claims.put("sub", user);
        claims.put("upn", user);
        return encoded(header()) + "." + encoded(claims) + "." + signature;
    }

    private String sign(PrivateKey key) {
        String input = encoded(header()) + "." + encoded(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, String> header() {
        return Map.of("alg", "RS256", "typ", "JWT", "kid", kid);
    }

    private static String encoded(Map<String, ?> part) {
        return encoded(Json.bytes(part));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static PrivateKey privateKey(JsonNode jwk) throws GeneralSecurityException {
        var spec = new RSAPrivateKeySpec(number(jwk, "n"), number(jwk, "d"));
        return KeyFactory.getInstance("RSA").generatePrivate(spec);
    }

    private static BigInteger number(JsonNode jwk, String name) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path(name).asText()));
    }

    private static PrivateKey foreignKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair().getPrivate();
    }
}
