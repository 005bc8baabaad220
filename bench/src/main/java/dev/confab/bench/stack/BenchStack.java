package dev.confab.bench.stack;

import dev.confab.bench.driver.Identities;
import dev.confab.bench.measure.Meter;
import dev.confab.bench.measure.Metrics;
import dev.confab.bench.measure.ProcessStat;
import dev.confab.stack.testing.TestStack;
import dev.confab.stack.testing.TokenKeys;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The whole stack as everybody runs it, with embedded database and Kafka, in a folder that is deleted afterwards. */
public final class BenchStack implements AutoCloseable {
    public static final String GATEWAY = "gateway-1";
    public static final String MESSAGE_SERVICE = "message-service";
    public static final String MEDIA_SERVICE = "media-service";
    public static final String ROOM_SERVICE = "room-service";
    public static final String AUTH_SERVICE = "auth-service";
    public static final String DATABASE = "database";
    public static final String KAFKA = "kafka";
    private static final List<String> PROCESSES =
            List.of(GATEWAY, KAFKA, DATABASE, MESSAGE_SERVICE, MEDIA_SERVICE, ROOM_SERVICE, AUTH_SERVICE);
    private static final String SECRET_KEY = "CONFAB_SIGNING_SECRET";

    private final TestStack stack;
    private final Identities.Keys keys;
    private final Api api;

    private BenchStack(TestStack stack, String secret) {
        this.stack = stack;
        this.keys = new Identities.Keys(tokenKey(stack), secret);
        this.api = new Api(gateway(), new Identities(keys));
    }

    public static BenchStack start() {
        var secret = UUID.randomUUID().toString();
        // all the people of a run come from one address
        var options = TestStack.options()
                .lastingLong()
                .withEnvironment("gateway", "confab.requests.per-address", "0")
                .withEnvironment("gateway", "confab.requests.per-user", "0");
        for (var process : List.of("gateway", MESSAGE_SERVICE, MEDIA_SERVICE, ROOM_SERVICE)) {
            options = options.withEnvironment(process, SECRET_KEY, secret);
        }
        return new BenchStack(TestStack.start(options), secret);
    }

    private static String tokenKey(TestStack stack) {
        try (var auth = new Sql(stack.jdbcUrl(AUTH_SERVICE))) {
            int generation = Integer.parseInt(auth.text("select min(generation) from token_key"));
            return TokenKeys.open(
                    stack, generation, auth.text("select jwk from token_key where generation = " + generation));
        }
    }

    public URI gateway() {
        return URI.create(stack.gatewayUrl(1));
    }

    /** What the stack signs tokens and tickets with. */
    public Identities.Keys keys() {
        return keys;
    }

    public Api api() {
        return api;
    }

    /** The database of a service, as its administrator. */
    public Sql sql(String service) {
        return new Sql(stack.jdbcUrl(service));
    }

    /** What a client of Kafka needs. */
    public Map<String, Object> kafka() {
        return stack.kafka();
    }

    public void stop(String process) {
        stack.stop(process);
    }

    /** Freezes it. */
    public void pause(String process) {
        stack.pause(process);
    }

    /** Lets it go on. */
    public void resume(String process) {
        stack.resume(process);
    }

    /** Returns when it is ready again. */
    public void start(String process) {
        stack.start(process);
    }

    public String logs(String process) {
        return stack.logs(process);
    }

    /** The processes as they are now: one that was started again has another id. */
    public Map<String, Long> pids() {
        var pids = new LinkedHashMap<String, Long>();
        PROCESSES.forEach(name -> pids.put(name, stack.pid(name)));
        return pids;
    }

    /** @param driver the process that loads the stack */
    public Meter meter(long driver) {
        return new Meter(
                pids(), driver, () -> Metrics.of(stack.managementUrl(GATEWAY)).allocatedBytes());
    }

    /** Bytes that the gateway holds after a full collection. */
    public long gatewayBytes() {
        return residentBytesAfterCollection(stack.pid(GATEWAY));
    }

    private static long residentBytesAfterCollection(long pid) {
        try {
            for (int i = 0; i < 2; i++) {
                new ProcessBuilder(System.getProperty("java.home") + "/bin/jcmd", Long.toString(pid), "GC.run")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
            }
        } catch (IOException e) {
            throw new IllegalStateException("jcmd can't be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ProcessStat.residentBytes(pid);
    }

    @Override
    public void close() {
        stack.close();
    }
}
