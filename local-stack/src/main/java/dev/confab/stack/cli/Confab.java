package dev.confab.stack.cli;

import dev.confab.stack.StackException;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** {@code ./confab}: runs and tests all of Confab on this machine. */
@Command(
        name = "confab",
        description = "Runs and tests all of Confab on this machine.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Up.class,
            Down.class,
            Status.class,
            Logs.class,
            RunTests.class,
            RunBench.class,
            Reset.class,
            HelpCommand.class
        })
public final class Confab {
    private Confab() {}

    public static void main(String[] arguments) {
        Logger.getLogger("").setLevel(Level.WARNING);
        int status = commandLine().execute(arguments.length == 0 ? new String[] {"help"} : arguments);
        System.out.flush();
        System.exit(status);
    }

    static CommandLine commandLine() {
        var line = new CommandLine(new Confab());
        // "confab test -pl gateway": what isn't ours is Maven's
        Objects.requireNonNull(line.getSubcommands().get("test")).setUnmatchedOptionsArePositionalParams(true);
        line.setExecutionExceptionHandler((e, _, _) -> {
            if (e instanceof StackException) {
                System.err.println("confab: " + e.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
            }
            throw e;
        });
        return line;
    }
}
