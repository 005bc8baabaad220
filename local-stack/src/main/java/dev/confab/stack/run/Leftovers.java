package dev.confab.stack.run;

import dev.confab.stack.database.EmbeddedDatabase;
import dev.confab.stack.process.Ending;
import dev.confab.stack.process.Progress;
import java.time.Duration;

/** Processes that a killed launcher left running. */
public final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final DataFolder folder;
    private final Progress progress;

    public Leftovers(DataFolder folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** Ends them, last started first. To be called by the holder of the folder's lock. */
    public void end() {
        StackRecord.read(folder)
                .ifPresent(record -> record.processes()
                        .reversed()
                        .forEach(entry -> entry.find().ifPresent(process -> end(entry.name(), process))));
        new EmbeddedDatabase(folder.root()).leftover().ifPresent(process -> end("database", process));
    }

    private void end(String name, ProcessHandle process) {
        progress.say(
                "  %-16s was left over from a run that was killed (pid %d): ending it…".formatted(name, process.pid()));
        Ending.gently(process, PATIENCE);
    }
}
