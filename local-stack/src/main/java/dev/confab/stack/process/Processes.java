package dev.confab.stack.process;

import dev.confab.stack.StackException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * The processes of one stack, by name. {@code changed} is told after every start, before the process is ready, so that
 * whoever keeps the record knows of each process that could be left over.
 */
public final class Processes {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration STOP = Duration.ofSeconds(35);

    private final Path directory;
    private final Path logs;
    private final Progress progress;
    private final Consumer<List<ChildProcess>> changed;
    private final Map<String, ChildProcess> byName = new LinkedHashMap<>();
    private boolean closed;

    public Processes(Path directory, Path logs, Progress progress, Consumer<List<ChildProcess>> changed) {
        this.directory = directory;
        this.logs = logs;
        this.progress = progress;
        this.changed = changed;
    }

    /** Starts them side by side and returns when all are ready. The first failure is thrown when every one is settled. */
    public void start(List<Component> components) {
        onEach(components, this::start);
    }

    /** Starts one and returns when it is ready. */
    public void start(Component component) {
        start(component, _ -> {});
    }

    /** The same; {@code launched} gets the process as soon as there is one, ready or not. */
    public void start(Component component, Consumer<ChildProcess> launched) {
        long began = System.nanoTime();
        progress.say("  %-16s starting…".formatted(component.name()));
        var child = launch(component);
        launched.accept(child);
        try {
            child.awaitReady(START);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while " + component.name() + " was starting", e);
        }
        progress.say("  %-16s ready in %.1f s   %s"
                .formatted(component.name(), (System.nanoTime() - began) / 1e9, component.address()));
    }

    private synchronized ChildProcess launch(Component component) {
        if (closed) {
            throw new StackException("stopped while starting");
        }
        var child = ChildProcess.start(component, directory, logs.resolve(component.name() + ".log"));
        byName.put(component.name(), child);
        changed.accept(all());
        return child;
    }

    /** From now on nothing is started any more. */
    public synchronized void close() {
        closed = true;
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    /** Stops those of the names that run, side by side. */
    public void stop(List<String> names) {
        onEach(running(names), child -> {
            long began = System.nanoTime();
            child.stop(STOP);
            progress.say(
                    "  %-16s stopped in %.1f s".formatted(child.component().name(), (System.nanoTime() - began) / 1e9));
        });
    }

    private synchronized List<ChildProcess> running(List<String> names) {
        return byName.values().stream()
                .filter(child -> names.contains(child.component().name()))
                .filter(ChildProcess::isAlive)
                .toList();
    }

    public synchronized ChildProcess get(String name) {
        var child = byName.get(name);
        if (child == null) {
            throw new StackException("there is no process " + name + ", only " + String.join(", ", byName.keySet()));
        }
        return child;
    }

    public synchronized List<ChildProcess> all() {
        return new ArrayList<>(byName.values());
    }

    private static <T> void onEach(List<T> items, Consumer<T> action) {
        var running = items.stream()
                .map(item -> CompletableFuture.runAsync(() -> action.accept(item), Thread::startVirtualThread))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(running).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
