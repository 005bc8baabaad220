package dev.confab.stack.cli;

import dev.confab.stack.StackException;
import dev.confab.stack.run.DataFolder;
import dev.confab.stack.run.Leftovers;
import dev.confab.stack.run.StackLock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes all that a stack keeps. */
@Command(name = "reset", description = "Delete all data: accounts, rooms, messages. Asks first.")
final class Reset implements Callable<Integer> {
    @Mixin
    final DataOption data = new DataOption();

    @Option(names = "--yes", description = "Don't ask.")
    boolean yes;

    @Override
    public Integer call() throws IOException {
        var folder = data.folder();
        if (!folder.exists()) {
            DataOption.say("There is no data in " + folder.root() + ".");
            return 0;
        }
        var lock = StackLock.tryTake(folder)
                .orElseThrow(() -> new StackException(
                        "Confab runs with %s. Stop it first: ./confab down".formatted(folder.root())));
        try (lock) {
            if (!yes && !confirmed(folder)) {
                DataOption.say("Nothing was deleted.");
                return 1;
            }
            new Leftovers(folder, DataOption::say).end();
            folder.delete();
        }
        DataOption.say("Deleted " + folder.root() + ".");
        return 0;
    }

    private static boolean confirmed(DataFolder folder) throws IOException {
        System.out.print("Delete all accounts, rooms and messages in " + folder.root() + "? Type yes: ");
        System.out.flush();
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return "yes".equals(in.readLine());
    }
}
