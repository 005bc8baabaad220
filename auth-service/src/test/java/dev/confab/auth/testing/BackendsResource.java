package dev.confab.auth.testing;

import dev.confab.stack.testing.Backends;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A database and Kafka, each behind a {@link Valve} that tests may close. */
public class BackendsResource implements QuarkusTestResourceLifecycleManager {
    public static final String OPERATOR_SECRET = "what only operators of this test know";

    /** Of one account. */
    public static final int MAX_SESSIONS = 8;

    private static @Nullable Valve database;
    private static @Nullable Valve kafka;
    private static String kafkaServers = "";

    private @Nullable Backends backends;

    @Override
    public Map<String, String> start() {
        Backends started = Backends.start("auth");
        backends = started;
        kafkaServers = started.kafkaServers();
        database = new Valve(started.databaseHost(), started.databasePort());
        kafka = new Valve("localhost", Integer.parseInt(kafkaServers.substring(kafkaServers.lastIndexOf(':') + 1)));
        return config(started);
    }

    private static Map<String, String> config(Backends backends) {
        Map<String, String> config = new HashMap<>();
        config.put("confab.database.host", "127.0.0.1");
        config.put("confab.database.port", Integer.toString(database().port()));
        config.put("confab.database.name", backends.databaseName());
        config.put("confab.database.username", backends.username());
        config.put("confab.database.password", backends.password());
        config.put("kafka.bootstrap.servers", "127.0.0.1:" + kafka().port());
        config.put("quarkus.http.test-port", "0");
        config.put("confab.registration.per-minute", "100000");
        config.put("confab.sessions.per-account", Integer.toString(MAX_SESSIONS));
        config.put("confab.keys.secret", "a secret that only tests know, long enough");
        config.put("confab.operator.secret", OPERATOR_SECRET);
        return config;
    }

    @Override
    public void stop() {
        database().close();
        kafka().close();
        if (backends != null) {
            backends.close();
        }
    }

    public static Valve database() {
        return java.util.Objects.requireNonNull(database);
    }

    /** Only new clients come through it: Kafka tells them its own address. */
    public static Valve kafka() {
        return java.util.Objects.requireNonNull(kafka);
    }

    /** Not through the valve. */
    public static String kafkaServers() {
        return kafkaServers;
    }
}
