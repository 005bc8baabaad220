package dev.confab.stack.run;

import dev.confab.stack.process.AotCache;
import dev.confab.stack.process.Jvm;
import dev.confab.stack.service.Service;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Makes the caches that are missing after a build, in the background and with what the others leave of the processors: each
 * service is started once without database and Kafka, asked a few things, and ended. What fails is left; it only costs time.
 */
public final class MakeCaches {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Path NICE = Path.of("/usr/bin/nice");
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
            "CONFAB_SIGNING_SECRET", "only-for-a-run-that-nobody-can-reach");

    private final Path checkout;
    private final Path temporary;
    private Optional<Process> running = Optional.empty();
    private boolean stopped;

    public MakeCaches(Path checkout, Path temporary) {
        this.checkout = checkout;
        this.temporary = temporary;
    }

    public void start() {
        Thread.ofPlatform().daemon().name("make-caches").start(this::makeAll);
    }

    /** Gives up what is not done. */
    public synchronized void stop() {
        stopped = true;
        running.ifPresent(Process::destroyForcibly);
    }

    private void makeAll() {
        try {
            for (var service : Service.values()) {
                var cache = new AotCache(service.jar(checkout));
                if (!cache.isCurrent()) {
                    make(service, cache);
                }
            }
        } catch (IOException e) {
            // without caches then
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void make(Service service, AotCache cache) throws IOException, InterruptedException {
        int port = freePort();
        int managementPort = freePort();
        var process = launch(service, cache, port, managementPort);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!ask("http://127.0.0.1:" + managementPort + "/q/health/live") && System.nanoTime() < deadline) {
            if (process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        PATHS.forEach(path -> ask("http://127.0.0.1:" + port + path));
        process.destroy();
        if (process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            cache.keep();
        } else {
            process.destroyForcibly();
        }
    }

    private synchronized Process launch(Service service, AotCache cache, int port, int managementPort)
            throws IOException {
        var command = new ArrayList<String>();
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        command.addAll(Jvm.command(
                service.heapMegabytes(),
                temporary,
                cache.trainingOptions(),
                List.of("-jar", service.jar(checkout).toString())));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(Redirect.DISCARD);
        builder.environment().putAll(ALONE);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(managementPort));
        if (stopped) {
            throw new IOException("stopped");
        }
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

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
