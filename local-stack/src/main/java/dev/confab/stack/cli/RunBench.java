package dev.confab.stack.cli;

import dev.confab.stack.StackException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds what changed and measures it, on a stack of its own. */
@Command(name = "bench", description = "Measure how fast everything is and what it costs, on a stack of its own.")
final class RunBench implements Callable<Integer> {
    private static final String MODULE = "bench";

    @Mixin
    final DataOption data = new DataOption();

    @Option(names = "--quick", description = "Smaller and shorter: all scenarios in some minutes.")
    boolean quick;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Where results and plots go (default: docs/performance for a full run of everything, "
                    + "else bench/target/performance).")
    @Nullable
    Path output;

    @Parameters(paramLabel = "SCENARIO", description = "Which; all if none is named. A wrong name lists them.")
    List<String> scenarios = new ArrayList<>();

    @Override
    public Integer call() {
        var root = DataOption.checkout().root();
        new Freshness(root, data.folder().open()).ensure(Map.of(MODULE, root.resolve("bench/target/lib")));
        try {
            return new ProcessBuilder(command(root))
                    .directory(root.resolve(MODULE).toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new StackException("the benchmark can't be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private List<String> command(Path root) {
        var target = root.resolve("bench/target");
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*"));
        command.add("dev.confab.bench.Bench");
        command.addAll(benchArguments(root));
        return command;
    }

    /** Only a full run writes over the results that are kept in the repository. */
    List<String> benchArguments(Path root) {
        var kept = !quick && scenarios.isEmpty();
        var folder = output != null
                ? output.toAbsolutePath()
                : root.resolve(kept ? "docs/performance" : "bench/target/performance");
        var arguments = new ArrayList<String>(List.of("--output", folder.toString()));
        if (quick) {
            arguments.add("--quick");
        }
        arguments.addAll(scenarios);
        return arguments;
    }
}
