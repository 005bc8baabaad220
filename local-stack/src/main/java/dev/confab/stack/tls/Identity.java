package dev.confab.stack.tls;

import dev.confab.stack.StackException;
import dev.confab.stack.files.PrivateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

/**
 * A certificate of 127.0.0.1 that is its own issuer, and its key, as PEM files.
 *
 * @param certificate which clients trust
 * @param key for the server alone
 * @param both the key, then the certificate, in one file
 */
public record Identity(Path certificate, Path key, Path both) {
    private static final String PASSWORD = "only for the moment";

    /** Made up for this run, with the JDK's own tool, in a folder that is the stack's. */
    public static Identity in(Path folder) {
        var store = folder.resolve("identity.p12");
        try {
            Files.deleteIfExists(store);
            make(store);
            var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            var certificate = pem(
                    "CERTIFICATE",
                    Objects.requireNonNull(keys.getCertificate("server")).getEncoded());
            var key = pem(
                    "PRIVATE KEY",
                    Objects.requireNonNull(keys.getKey("server", PASSWORD.toCharArray()))
                            .getEncoded());
            Files.delete(store);
            return new Identity(
                    written(folder.resolve("identity.crt"), certificate),
                    written(folder.resolve("identity.key"), key),
                    written(folder.resolve("identity.pem"), key + certificate));
        } catch (IOException | GeneralSecurityException e) {
            throw new StackException("A certificate can't be made in %s: %s".formatted(folder, e), e);
        }
    }

    private static void make(Path store) throws IOException {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var process = new ProcessBuilder(List.of(
                        tool.toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost",
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD))
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(said);
        }
    }

    private static Path written(Path file, String text) throws IOException {
        PrivateFile.write(file, text);
        return file;
    }

    private static String pem(String what, byte[] encoded) {
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(what, lines, what);
    }
}
