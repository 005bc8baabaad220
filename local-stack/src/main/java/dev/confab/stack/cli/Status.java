package dev.confab.stack.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.confab.stack.run.StackStatus;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells of every process where it is and how it is. */
@Command(name = "status", description = "Show every process; the exit code is 0 if all are ready, else 3.")
final class Status implements Callable<Integer> {
    private static final int NOT_READY = 3;

    @Mixin
    final DataOption data = new DataOption();

    @Option(names = "--json", description = "For programs.")
    boolean json;

    @Override
    public Integer call() throws JsonProcessingException {
        var status = StackStatus.of(data.folder());
        DataOption.say(
                json
                        ? new ObjectMapper()
                                .enable(SerializationFeature.INDENT_OUTPUT)
                                .writeValueAsString(status)
                        : text(status));
        return status.healthy() ? 0 : NOT_READY;
    }

    static String text(StackStatus status) {
        var text = new StringBuilder(headline(status));
        for (var process : status.processes()) {
            text.append(System.lineSeparator())
                    .append("  %-16s %-10s %-8s %s"
                            .formatted(
                                    process.name(),
                                    process.health()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', ' '),
                                    process.pid() == 0 ? "-" : process.pid(),
                                    process.address()));
        }
        return text.toString();
    }

    private static String headline(StackStatus status) {
        if (status.running()) {
            return "Confab runs: %s (launcher's pid %d)".formatted(status.url(), status.launcher());
        }
        return status.leftOver()
                ? "Confab's launcher was killed, these processes are left. End them: ./confab down"
                : "Confab doesn't run.";
    }
}
