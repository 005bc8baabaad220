package dev.confab.stack.cli;

import dev.confab.stack.process.Ending;
import dev.confab.stack.run.DataFolder;
import dev.confab.stack.run.Leftovers;
import dev.confab.stack.run.StackLock;
import dev.confab.stack.run.StackRecord;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops a stack that runs in another terminal, and whatever a killed one left. */
@Command(name = "down", description = "Stop everything, in order.")
final class Down implements Callable<Integer> {
    /** Longer than all of the launcher's own patience with its processes. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Mixin
    final DataOption data = new DataOption();

    @Override
    public Integer call() {
        var folder = data.folder();
        if (!folder.exists()) {
            DataOption.say("Nothing runs with " + folder.root() + ".");
            return 0;
        }
        var launcher =
                StackRecord.read(folder).flatMap(record -> record.launcher().find());
        launcher.ifPresent(process -> {
            DataOption.say("Stopping…");
            Ending.gently(process, PATIENCE);
        });
        endLeftovers(folder);
        DataOption.say(launcher.isPresent() ? "Stopped." : "Nothing runs with " + folder.root() + ".");
        return 0;
    }

    private static void endLeftovers(DataFolder folder) {
        StackLock.tryTake(folder).ifPresent(lock -> {
            try (lock) {
                new Leftovers(folder, DataOption::say).end();
            }
        });
    }
}
