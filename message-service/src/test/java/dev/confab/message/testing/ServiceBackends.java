package dev.confab.message.testing;

import dev.confab.stack.testing.Backends;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** A real database and a real Kafka for the service under test. */
public final class ServiceBackends implements QuarkusTestResourceLifecycleManager {
    private Backends backends;
    private DatabaseGate gate;

    @Override
    public Map<String, String> start() {
        backends = Backends.start("confab_message");
        gate = new DatabaseGate(backends.databaseHost(), backends.databasePort());
        Map<String, String> config = new HashMap<>();
        config.put("confab.database.host", "127.0.0.1");
        config.put("confab.database.port", Integer.toString(gate.port()));
        config.put("confab.database.name", backends.databaseName());
        config.put("confab.database.username", backends.username());
        config.put("confab.database.password", backends.password());
        config.put("kafka.bootstrap.servers", backends.kafkaServers());
        config.put("confab.signing.secret", Tokens.SIGNING_SECRET);
        config.put(
                "mp.jwt.verify.publickey.location",
                Tokens.publicKeyFile().toUri().toString());
        // of several, a key in a file is taken to be for whichever comes first
        config.put("mp.jwt.verify.publickey.algorithm", "RS256");
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(gate, new TestInjector.MatchesType(DatabaseGate.class));
    }

    @Override
    public void stop() {
        try (Backends ends = backends;
                DatabaseGate closes = gate) {
            Tokens.deleteKeyFile();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
