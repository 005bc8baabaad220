package dev.confab.bench.stack;

import dev.confab.bench.measure.ProcessStat;
import dev.confab.protocol.Json;
import dev.confab.stack.Checkout;
import dev.confab.stack.files.Trees;
import dev.confab.stack.kafka.EmbeddedKafka;
import dev.confab.stack.process.AotCache;
import dev.confab.stack.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code ./confab up} with a data folder of its own, as a user would run it. */
public final class FreshStack implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("ready after ([0-9.]+) s");

    private static final Duration CACHES = Duration.ofMinutes(4);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Checkout checkout = Checkout.around(Path.of(""));
    private final Path data;
    private final int port;
    private Optional<Process> process = Optional.empty();

    public FreshStack() {
        try (var socket = new ServerSocket(0)) {
            data = Files.createTempDirectory("confab-bench-");
            port = socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts everything; returns after how many seconds, from the command on, it was ready. */
    public double up() {
        long began = System.nanoTime();
        try {
            var started = new ProcessBuilder(
                            checkout.root().resolve("confab").toString(),
                            "up",
                            "--data",
                            data.toString(),
                            "--port",
                            "" + port)
                    .redirectErrorStream(true)
                    .start();
            process = Optional.of(started);
            var output = new StringBuilder();
            var reader = started.inputReader();
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                output.append(line).append('\n');
                if (READY.matcher(line).find()) {
                    return (System.nanoTime() - began) / 1e9;
                }
            }
            throw new IllegalStateException("./confab up has ended:\n" + output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when what makes later starts quicker has been made in the background, or is not going to be. */
    public void awaitCaches() {
        var deadline = System.nanoTime() + CACHES.toNanos();
        while (System.nanoTime() < deadline && caches().anyMatch(AotCache::isMissing)) {
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Stream<AotCache> caches() {
        return Stream.concat(
                Stream.of(EmbeddedKafka.cache(checkout)),
                Arrays.stream(Service.values()).map(service -> service.cache(checkout.root())));
    }

    /** Bytes that all processes of the stack hold, the launcher's too. */
    public long residentBytes() {
        try {
            return Json.mapper().readTree(data.resolve("run/stack.json").toFile()).findValues("pid").stream()
                    .mapToLong(pid -> ProcessStat.residentBytes(pid.asLong()))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops everything; the data stays. */
    public void down() {
        process.ifPresent(running -> {
            running.destroy();
            try {
                running.waitFor(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        process = Optional.empty();
    }

    @Override
    public void close() {
        down();
        try {
            Trees.delete(data);
        } catch (IOException e) {
            System.err.println(data + " can't be deleted: " + e.getMessage());
        }
    }
}
