package dev.confab.stack.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which process was started, in a form that outlives the launcher. A pid alone isn't enough: the system gives it to
 * others later, so a process is taken for ours only if it also began at the same time and runs the same program.
 *
 * @param started when it began, as the system tells it
 * @param program path of its executable, or "" where the system doesn't tell
 */
public record ProcessIdentity(long pid, Instant started, String program) {
    /** The system derives start times from a clock that may be set meanwhile. */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(2);

    public static ProcessIdentity of(ProcessHandle process) {
        var info = process.info();
        return new ProcessIdentity(
                process.pid(),
                info.startInstant().orElse(Instant.EPOCH),
                info.command().orElse(""));
    }

    /** The same for a process that was started just now and may not have become {@code program} yet. */
    static ProcessIdentity of(ProcessHandle process, String program) {
        try {
            return new ProcessIdentity(
                    process.pid(),
                    of(process).started(),
                    Path.of(program).toRealPath().toString());
        } catch (IOException e) {
            return of(process);
        }
    }

    /** The live process that this identity was taken of, if it still runs. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> isSame(of(process)));
    }

    boolean isSame(ProcessIdentity other) {
        return pid == other.pid
                && program.equals(other.program)
                && Duration.between(started, other.started).abs().compareTo(CLOCK_STEP) <= 0;
    }
}
