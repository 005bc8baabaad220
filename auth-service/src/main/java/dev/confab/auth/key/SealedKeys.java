package dev.confab.auth.key;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Keys as they are kept: encrypted by AES-256-GCM, bound to their generation, so that one row can't stand in for another.
 * Whoever reads the database, or a copy of it, can't sign with them.
 */
@ApplicationScoped
class SealedKeys {
    /** Shorter secrets are refused. */
    static final int MIN_SECRET_BYTES = 32;

    private static final String PREFIX = "gcm:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;

    private final SecretKey present;
    private final Optional<SecretKey> former;
    private final SecureRandom random = new SecureRandom();

    SealedKeys(KeysConfig config) {
        this.present = key(config.secret(), "confab.keys.secret");
        this.former = config.formerSecret().map(secret -> key(secret, "confab.keys.former-secret"));
    }

    /**
     * A key as it was found.
     *
     * @param stale whether it is to be kept anew: it stands in the clear, as former versions kept it, or is sealed with the
     *     secret of before
     */
    record Opened(TokenKey key, boolean stale) {}

    String seal(TokenKey key) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(
                Cipher.ENCRYPT_MODE,
                present,
                nonce,
                key.generation(),
                key.toJson().getBytes(StandardCharsets.UTF_8));
        byte[] kept = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return PREFIX + Base64.getEncoder().encodeToString(kept);
    }

    Opened open(TokenKeyRow row) {
        if (!row.jwk.startsWith(PREFIX)) {
            return new Opened(TokenKey.parse(row.generation, row.jwk, row.activeFrom), true);
        }
        Optional<String> json = open(present, row);
        return json.or(() -> former.flatMap(key -> open(key, row)))
                .map(found -> new Opened(TokenKey.parse(row.generation, found, row.activeFrom), json.isEmpty()))
                .orElseThrow(() -> new IllegalStateException("token key " + row.generation
                        + " is sealed with another secret than confab.keys.secret and confab.keys.former-secret"));
    }

    private static Optional<String> open(SecretKey secret, TokenKeyRow row) {
        byte[] kept = Base64.getDecoder().decode(row.jwk.substring(PREFIX.length()));
        byte[] nonce = new byte[NONCE_BYTES];
        byte[] sealed = new byte[kept.length - NONCE_BYTES];
        ByteBuffer.wrap(kept).get(nonce).get(sealed);
        try {
            return Optional.of(new String(
                    run(Cipher.DECRYPT_MODE, secret, nonce, row.generation, sealed), StandardCharsets.UTF_8));
        } catch (WrongSecret e) {
            return Optional.empty();
        }
    }

    private static byte[] run(int mode, SecretKey secret, byte[] nonce, int generation, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(("token key " + generation).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (javax.crypto.AEADBadTagException e) {
            throw new WrongSecret(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class WrongSecret extends RuntimeException {
        WrongSecret(Throwable cause) {
            super(cause);
        }
    }

    private static SecretKey key(String secret, String name) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < MIN_SECRET_BYTES) {
            throw new IllegalArgumentException(
                    name + " needs at least " + MIN_SECRET_BYTES + " bytes, it has " + bytes.length);
        }
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(bytes)
                                    .thenExpand("confab token keys".getBytes(StandardCharsets.UTF_8), KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
