package dev.confab.stack.cli;

import dev.confab.stack.Checkout;
import dev.confab.stack.run.DataFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that has to do with a running stack is told, or finds by itself. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder of the database, Kafka's logs, log files and secrets (default: .confab in the checkout).")
    @Nullable
    Path folder;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    DataFolder folder() {
        return new DataFolder(folder == null ? checkout().root().resolve(".confab") : folder);
    }

    static Checkout checkout() {
        return Checkout.around(Path.of(System.getProperty("confab.checkout", "")));
    }

    static void say(String line) {
        System.out.println(line);
    }
}
