package dev.confab.stack.testing;

import dev.confab.stack.StackException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Properties;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/** The keys that auth-service signs with, for tests that have to do what only whoever knows its secret can. */
public final class TokenKeys {
    private static final String PREFIX = "gcm:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private TokenKeys() {}

    /**
     * The key as a JWK.
     *
     * @param kept the column {@code jwk} of its row in {@code token_key}
     */
    public static String open(TestStack stack, int generation, String kept) {
        byte[] all = Base64.getDecoder().decode(kept.substring(PREFIX.length()));
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key(secret(stack)), new GCMParameterSpec(TAG_BITS, all, 0, NONCE_BYTES));
            cipher.updateAAD(("token key " + generation).getBytes(StandardCharsets.UTF_8));
            return new String(cipher.doFinal(Arrays.copyOfRange(all, NONCE_BYTES, all.length)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new StackException("the token key can't be opened: " + e.getMessage(), e);
        }
    }

    private static SecretKey key(byte[] secret) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256")
                .deriveKey(
                        "AES",
                        HKDFParameterSpec.ofExtract()
                                .addIKM(secret)
                                .thenExpand("confab token keys".getBytes(StandardCharsets.UTF_8), 32));
    }

    private static byte[] secret(TestStack stack) {
        Path file = stack.logFolder().resolveSibling("secrets.properties");
        Properties secrets = new Properties();
        try (var in = Files.newInputStream(file)) {
            secrets.load(in);
        } catch (IOException e) {
            throw new StackException("the secrets of the stack can't be read: " + e.getMessage(), e);
        }
        return secrets.getProperty("confab.keys.secret").getBytes(StandardCharsets.UTF_8);
    }
}
