package dev.confab.stack.run;

import dev.confab.stack.database.EmbeddedDatabase;
import dev.confab.stack.process.Ending;
import dev.confab.stack.process.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Processes that a killed launcher left running. */
public final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Set<String> BACKING = Set.of("database", "kafka");

    private final DataFolder folder;
    private final Progress progress;

    public Leftovers(DataFolder folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** Ends them: services side by side, then Kafka, then the database. To be called by the holder of the folder's lock. */
    public void end() {
        var left = StackRecord.read(folder).map(StackRecord::processes).orElse(List.of());
        left.stream()
                .filter(entry -> !BACKING.contains(entry.name()))
                .parallel()
                .forEach(this::end);
        left.reversed().stream().filter(entry -> BACKING.contains(entry.name())).forEach(this::end);
        new EmbeddedDatabase(folder.root()).leftover().ifPresent(process -> end("database", process));
    }

    private void end(StackRecord.Entry entry) {
        entry.find().ifPresent(process -> end(entry.name(), process));
    }

    private void end(String name, ProcessHandle process) {
        progress.say(
                "  %-16s was left over from a run that was killed (pid %d): ending it…".formatted(name, process.pid()));
        Ending.gently(process, PATIENCE);
    }
}
