package dev.confab.stack.run;

import dev.confab.stack.StackException;
import dev.confab.stack.process.ChildProcess;
import dev.confab.stack.process.Processes;
import dev.confab.stack.process.Progress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Starts processes again that end without having been told to, a few times each, ever later. */
public final class Watch {
    private static final int TIMES = 5;

    private final Processes processes;
    private final Progress progress;
    private final Map<String, Integer> ends = new ConcurrentHashMap<>();

    public Watch(Processes processes, Progress progress) {
        this.processes = processes;
        this.progress = progress;
    }

    public void begin() {
        processes.all().forEach(this::watch);
    }

    private void watch(ChildProcess child) {
        child.onUnexpectedEnd(code -> onEnd(child, code));
    }

    private void onEnd(ChildProcess child, int code) {
        if (processes.isClosed()) {
            return;
        }
        var name = child.component().name();
        int times = ends.merge(name, 1, Integer::sum);
        if (times > TIMES) {
            progress.say("%s ended again (exit code %d) and stays down. See why: ./confab logs %s"
                    .formatted(name, code, name));
            return;
        }
        int seconds = 1 << (times - 1);
        progress.say("%s ended unexpectedly (exit code %d): starting it again in %d s. See why: ./confab logs %s"
                .formatted(name, code, seconds, name));
        CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS, Thread::startVirtualThread)
                .execute(() -> startAgain(child));
    }

    private void startAgain(ChildProcess child) {
        try {
            processes.start(child.component(), this::watch);
        } catch (StackException e) {
            if (!processes.isClosed()) {
                progress.say(String.valueOf(e.getMessage()));
            }
        }
    }
}
