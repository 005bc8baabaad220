package dev.confab.stack.process;

import dev.confab.stack.StackException;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A component that was started. Its output goes to its log file; its input is empty. */
public final class ChildProcess {
    private static final Duration POLL = Duration.ofMillis(40);

    private final Component component;
    private final Process process;
    private final Path log;
    private volatile boolean ending;
    private volatile boolean paused;

    private ChildProcess(Component component, Process process, Path log) {
        this.component = component;
        this.process = process;
        this.log = log;
    }

    static ChildProcess start(Component component, Path directory, Path log) {
        var builder = new ProcessBuilder(OwnSession.command(component.command()))
                .directory(directory.toFile())
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        builder.environment().putAll(component.environment());
        try {
            return new ChildProcess(component, builder.start(), log);
        } catch (IOException e) {
            throw new StackException("%s can't be started: %s".formatted(component.name(), e.getMessage()), e);
        }
    }

    public Component component() {
        return component;
    }

    public ProcessIdentity identity() {
        return ProcessIdentity.of(process.toHandle(), component.command().getFirst());
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Returns when the process answers its probe; fails when it ends before, or takes longer than {@code patience}. */
    void awaitReady(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!component.probe().answers()) {
            if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StackException("%s ended with exit code %d while starting. Its last lines (all: %s):%n%s"
                        .formatted(component.name(), process.exitValue(), log, LogTail.of(log)));
            }
            if (System.nanoTime() > deadline) {
                throw new StackException("%s was not ready after %d s. Its last lines (all: %s):%n%s"
                        .formatted(component.name(), patience.toSeconds(), log, LogTail.of(log)));
            }
        }
    }

    /** Calls back, from another thread, with the exit code if the process ends without having been told to. */
    public void onUnexpectedEnd(Consumer<Integer> action) {
        var _ = process.onExit().thenAccept(ended -> {
            if (!ending) {
                action.accept(ended.exitValue());
            }
        });
    }

    /** Asks the process to end and waits; one that doesn't within {@code patience} is killed. */
    public void stop(Duration patience) {
        ending = true;
        if (paused) {
            resume();
        }
        Ending.gently(process.toHandle(), patience);
    }

    /** Ends the process at once, as a power cut would. */
    public void kill() {
        ending = true;
        process.destroyForcibly();
        process.onExit().join();
    }

    public void pause() {
        signal("STOP");
        paused = true;
    }

    public void resume() {
        signal("CONT");
        paused = false;
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new StackException("%s: no signal can be sent: %s".formatted(component.name(), e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
