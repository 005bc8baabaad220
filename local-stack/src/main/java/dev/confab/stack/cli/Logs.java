package dev.confab.stack.cli;

import dev.confab.stack.StackException;
import dev.confab.stack.process.LogTail;
import dev.confab.stack.run.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the processes write. */
@Command(name = "logs", description = "Show the logs of one process, or of all.")
final class Logs implements Callable<Integer> {
    @Mixin
    final DataOption data = new DataOption();

    @Parameters(arity = "0..1", paramLabel = "PROCESS", description = "Such as kafka, room-service, gateway-1.")
    @Nullable
    String process;

    @Option(names = "-f", description = "Go on showing what is added, until Ctrl-C.")
    boolean follow;

    @Option(
            names = "-n",
            paramLabel = "LINES",
            description = "How many of the last lines (default: 200 of one, 20 of all).")
    @Nullable
    Integer lines;

    @Override
    public Integer call() throws InterruptedException {
        var folder = data.folder();
        var files = files(folder);
        var follower = new LogFollower(files, files.size() > 1);
        int count = lines != null ? lines : files.size() > 1 ? 20 : 200;
        for (var file : files) {
            LogTail.lines(file, count).forEach(line -> follower.show(file, line));
        }
        if (follow) {
            follower.follow(DataOption::say);
        }
        return 0;
    }

    private List<Path> files(DataFolder folder) {
        var all = logs(folder);
        if (process == null) {
            return all;
        }
        var wanted = folder.log(process);
        if (!all.contains(wanted)) {
            throw new StackException("There is no log of %s. There are: %s"
                    .formatted(
                            process,
                            String.join(
                                    ", ", all.stream().map(LogFollower::name).toList())));
        }
        return List.of(wanted);
    }

    private static List<Path> logs(DataFolder folder) {
        if (!Files.isDirectory(folder.logs())) {
            throw new StackException("Nothing was ever started with %s.".formatted(folder.root()));
        }
        try (Stream<Path> files = Files.list(folder.logs())) {
            return files.filter(file -> file.toString().endsWith(".log"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new StackException("%s can't be read: %s".formatted(folder.logs(), e.getMessage()), e);
        }
    }
}
