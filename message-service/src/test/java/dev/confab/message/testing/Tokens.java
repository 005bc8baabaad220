package dev.confab.message.testing;

import dev.confab.chassis.topics.CreateTopics;
import dev.confab.protocol.Epoch;
import dev.confab.protocol.Pass;
import dev.confab.protocol.Position;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.SigningKey;
import dev.confab.protocol.Ticket;
import dev.confab.protocol.Username;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.inject.spi.CDI;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** What auth-service, room-service and gateways sign. */
public final class Tokens {
    static final String SIGNING_SECRET = "a secret of the tests that is long enough";

    private static final SigningKey KEY = new SigningKey(SIGNING_SECRET);
    private static final KeyPair PAIR = pair();
    private static final Path PUBLIC_KEY = write();

    private Tokens() {}

    /** An access token. */
    public static String of(String user) {
        return Jwt.issuer("confab")
                .audience("confab")
                .subject(user)
                .upn(user)
                .claim("sid", "session-of-" + user)
                .expiresIn(Duration.ofMinutes(15))
                .jws()
                .algorithm(SignatureAlgorithm.RS256)
                .sign(PAIR.getPrivate());
    }

    public static String ticket(String user, String room, long position) {
        return new Ticket(
                        new Username(user),
                        new RoomName(room),
                        Role.MEMBER,
                        Optional.of(CDI.current()
                                        .select(CreateTopics.class)
                                        .get()
                                        .epoch()
                                        .join())
                                .map(Epoch::new),
                        new Position(position),
                        Instant.now().plus(Duration.ofDays(7)))
                .sign(KEY);
    }

    public static String pass(String user) {
        return new Pass(
                        new Username(user),
                        new SessionId("session-of-" + user),
                        Instant.now().plusSeconds(30))
                .sign(KEY);
    }

    public static String expiredPass(String user) {
        return new Pass(
                        new Username(user),
                        new SessionId("session-of-" + user),
                        Instant.now().minusSeconds(1))
                .sign(KEY);
    }

    static Path publicKeyFile() {
        return PUBLIC_KEY;
    }

    static void deleteKeyFile() throws IOException {
        Files.deleteIfExists(PUBLIC_KEY);
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path write() {
        try {
            String encoded =
                    Base64.getMimeEncoder().encodeToString(PAIR.getPublic().getEncoded());
            return Files.writeString(
                    Files.createTempFile("public-key", ".pem"),
                    "-----BEGIN PUBLIC KEY-----\n" + encoded + "\n-----END PUBLIC KEY-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
