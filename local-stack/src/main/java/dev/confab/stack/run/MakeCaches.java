package dev.confab.stack.run;

import dev.confab.stack.Checkout;
import dev.confab.stack.StackException;
import dev.confab.stack.kafka.EmbeddedKafka;
import dev.confab.stack.kafka.Guard;
import dev.confab.stack.kafka.Login;
import dev.confab.stack.kafka.Node;
import dev.confab.stack.process.AotCache;
import dev.confab.stack.process.Jvm;
import dev.confab.stack.process.Probe;
import dev.confab.stack.service.Service;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Makes the caches that are missing after a build, in the background and with what the others leave of the processors:
 * Kafka and each service are started once by themselves, asked a few things, and ended. What fails is left; it only costs
 * time.
 */
public final class MakeCaches {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Path NICE = Path.of("/usr/bin/nice");
    private static final List<String> YIELDING =
            Files.isExecutable(NICE) ? List.of(NICE.toString(), "-n", "19") : List.of();
    private static final List<String> PATHS =
            List.of("/", "/q/openapi", "/api/auth/session", "/api/rooms", "/api/unread");
    /** Where nothing listens. */
    private static final Map<String, String> ALONE = Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
            "CONFAB_DATABASE_HOST", "127.0.0.1",
            "CONFAB_DATABASE_PORT", "1",
            "CONFAB_DATABASE_PASSWORD", "none",
            "QUARKUS_FLYWAY_MIGRATE_AT_START", "false",
            "QUARKUS_HTTP_HOST", "127.0.0.1",
            "QUARKUS_MANAGEMENT_HOST", "127.0.0.1",
            "CONFAB_SIGNING_SECRET", "only-for-a-run-that-nobody-can-reach",
            "CONFAB_KEYS_SECRET", "only-for-a-run-that-nobody-can-reach");

    private final Checkout checkout;
    private final DataFolder folder;
    private final Jvm jvm;
    private final Ports ports = Ports.reusing(Map.of());
    private Optional<Process> running = Optional.empty();
    private boolean stopped;

    /** @param temporary a folder in which Kafka keeps its logs meanwhile */
    public MakeCaches(Path checkout, Path temporary) {
        this.checkout = new Checkout(checkout);
        this.folder = new DataFolder(temporary.resolve("training"));
        this.jvm = Jvm.training(folder.temporary());
    }

    public void start() {
        Thread.ofPlatform().daemon().name("make-caches").start(this::makeMissing);
    }

    /** Gives up what is not done. */
    public synchronized void stop() {
        stopped = true;
        running.ifPresent(Process::destroyForcibly);
    }

    /**
     * What is started to make a cache.
     *
     * @param settled whether there is nothing more to wait for
     * @param questions to be asked then; whatever the answers
     */
    private record Program(
            List<String> command, Map<String, String> environment, Probe settled, List<String> questions) {}

    private void makeMissing() {
        try {
            for (var service : Service.values()) {
                makeIfMissing(service.cache(checkout.root()), () -> program(service));
            }
            makeIfMissing(EmbeddedKafka.cache(checkout), this::kafka);
        } catch (IOException | StackException e) {
            // without the rest then
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void makeIfMissing(AotCache cache, Supplier<Program> program) throws IOException, InterruptedException {
        if (cache.isMissing()) {
            folder.open();
            make(cache, program.get());
        }
    }

    private Program program(Service service) {
        int port = ports.choose(service.module());
        int managementPort = ports.choose(StackRecord.managementOf(service.module()));
        var environment = new HashMap<>(ALONE);
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
        environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        return new Program(
                service.command(checkout.root(), jvm),
                environment,
                () -> ask("http://127.0.0.1:%d/q/health/live".formatted(managementPort)),
                PATHS.stream().map(path -> "http://127.0.0.1:" + port + path).toList());
    }

    private Program kafka() {
        var node = new Node(
                "kafka", 1, ports.choose("kafka"), ports.choose("kafka-controller"), OptionalInt.empty(), Map.of());
        var owner = new Guard(Optional.of(new Login("confab", "nobody-comes")), Optional.empty());
        var alone = new EmbeddedKafka(checkout, folder.root(), List.of(node), owner, jvm)
                .prepare()
                .getFirst();
        return new Program(alone.command(), Map.of(), alone.probe(), List.of());
    }

    private void make(AotCache cache, Program program) throws IOException, InterruptedException {
        var process = launch(program);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!program.settled().answers() && System.nanoTime() < deadline) {
            if (process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        program.questions().forEach(MakeCaches::ask);
        process.destroy();
        if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            cache.keep();
        } else {
            process.destroyForcibly();
        }
    }

    private synchronized Process launch(Program program) throws IOException {
        if (stopped) {
            throw new IOException("stopped");
        }
        var command =
                Stream.concat(YIELDING.stream(), program.command().stream()).toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
        builder.environment().putAll(program.environment());
        var process = builder.start();
        running = Optional.of(process);
        return process;
    }

    /** Whether the answer is a good one. */
    private static boolean ask(String url) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setConnectTimeout(1_000);
            connection.setReadTimeout(5_000);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
