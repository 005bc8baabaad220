package dev.confab.bench;

import dev.confab.bench.measure.Machine;
import dev.confab.bench.report.Results;
import dev.confab.bench.report.Section;
import dev.confab.bench.report.Table;
import dev.confab.bench.scenario.Run;
import dev.confab.bench.scenario.Scenario;
import dev.confab.bench.scenario.Scenarios;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Runs scenarios and says what they found; {@code ./confab bench} starts it. */
public final class Bench {
    private Bench() {}

    /** @param arguments as {@link Options} takes them */
    public static void main(String[] arguments) throws IOException {
        Options options;
        try {
            options = Options.parse(
                    List.of(arguments),
                    Scenarios.all().stream().map(Scenario::name).toList());
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(2);
            return;
        }
        System.exit(run(options) ? 0 : 1);
    }

    private static boolean run(Options options) throws IOException {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        var at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        var sections = new ArrayList<Section>();
        try (var run = new Run(options.quick(), Bench::say)) {
            Runtime.getRuntime().addShutdownHook(new Thread(run::close));
            for (var scenario : options.chosen(Scenarios.all(), Scenario::name)) {
                measure(scenario, run).ifPresent(sections::add);
            }
            System.out.printf("%n%s%n", Table.text(sections));
            write(options, new Results(at, options.quick(), Machine.here(), load, sections), run);
        }
        return sections.size()
                == options.chosen(Scenarios.all(), Scenario::name).size();
    }

    private static Optional<Section> measure(Scenario scenario, Run run) {
        System.out.println(scenario.name() + ": " + scenario.title());
        try {
            return Optional.of(new Section(scenario.name(), scenario.title(), scenario.measure(run)));
        } catch (IllegalStateException e) {
            System.out.println("  could not be measured: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static void write(Options options, Results results, Run run) throws IOException {
        if (options.output().isEmpty()) {
            return;
        }
        Path folder = options.output().get();
        var plots = run.plots().draw();
        results.write(folder, plots);
        System.out.printf(
                "%nWritten to %s: results.json, results.md%s%n",
                folder, plots.keySet().stream().map(name -> ", " + name).collect(Collectors.joining()));
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
