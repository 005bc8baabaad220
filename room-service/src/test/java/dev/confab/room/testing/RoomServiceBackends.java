package dev.confab.room.testing;

import dev.confab.stack.testing.Backends;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** A real database, a real Kafka, and a key pair in the place of auth-service's. */
public final class RoomServiceBackends implements QuarkusTestResourceLifecycleManager {
    static final String SECRET = "a secret that is only good enough for tests";

    private Backends backends;
    private Path keys;

    @Override
    public Map<String, String> start() {
        backends = Backends.start("room_test");
        Map<String, String> config = new HashMap<>(keyPair());
        config.put("confab.database.host", backends.databaseHost());
        config.put("confab.database.port", Integer.toString(backends.databasePort()));
        config.put("confab.database.name", backends.databaseName());
        config.put("confab.database.username", backends.username());
        config.put("confab.database.password", backends.password());
        config.put("kafka.bootstrap.servers", backends.kafkaServers());
        config.put("confab.topics.partitions", "3");
        config.put("confab.signing.secret", SECRET);
        config.put("confab.rooms.main-moderators", "Mona");
        config.put("confab.rooms.capacity", "12");
        config.put("confab.rooms.max-owned", "20");
        config.put("confab.rooms.max-bans", "30");
        config.put("confab.rooms.passwords.user-guesses", "3");
        return config;
    }

    @Override
    public void stop() {
        if (backends != null) {
            backends.close();
        }
        try {
            Files.deleteIfExists(keys.resolve("private.pem"));
            Files.deleteIfExists(keys.resolve("public.pem"));
            Files.deleteIfExists(keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            keys = Files.createTempDirectory("confab-room-keys");
            return Map.of(
                    "smallrye.jwt.sign.key.location", write("private.pem", "PRIVATE KEY", pair.getPrivate()),
                    "mp.jwt.verify.publickey.location", write("public.pem", "PUBLIC KEY", pair.getPublic()),
                    // of several, a key in a file is taken to be for whichever comes first
                    "mp.jwt.verify.publickey.algorithm", "RS256");
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(String file, String kind, Key key) throws IOException {
        String base64 = Base64.getMimeEncoder().encodeToString(key.getEncoded());
        Path path = keys.resolve(file);
        Files.writeString(path, "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
        return path.toUri().toString();
    }
}
