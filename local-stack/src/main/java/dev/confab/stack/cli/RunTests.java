package dev.confab.stack.cli;

import dev.confab.stack.StackException;
import dev.confab.stack.build.Browser;
import dev.confab.stack.build.Kubectl;
import dev.confab.stack.build.MavenBuild;
import dev.confab.stack.build.TestTotals;
import dev.confab.stack.database.DatabaseUrl;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs all tests and counts them. */
@Command(name = "test", description = "Run all tests; what isn't an option of this command is handed to Maven.")
final class RunTests implements Callable<Integer> {
    private static final String BROWSER = "CONFAB_BROWSER";
    private static final String KUBECTL = "CONFAB_KUBECTL";

    @Option(
            names = "--database",
            paramLabel = "URL",
            description =
                    "MySQL 8.4+ or MariaDB to test with instead of the embedded one, with an administrator's login.")
    @Nullable
    String database;

    @Option(
            names = "--chaos",
            paramLabel = "TIME",
            description = "Run the chaos test alone, and let it break things for so long: 90s, 30m, 2h.")
    @Nullable
    String chaos;

    @Option(names = "--seed", paramLabel = "N", description = "What the chaos test breaks: it prints its seed.")
    @Nullable
    Long seed;

    @Option(names = "--help", usageHelp = true, description = "Show this help.")
    boolean help;

    @Parameters(paramLabel = "MAVEN-ARGUMENT", description = "Such as -pl room-service or -Dtest=NAME.")
    List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        var root = DataOption.checkout().root();
        var began = FileTime.from(Instant.now());
        int status = new MavenBuild(root).verify(mavenArguments(), environment());
        var totals = TestTotals.since(began, root);
        DataOption.say("");
        DataOption.say(totals.line());
        return status == 0 && totals.failed() > 0 ? 1 : status;
    }

    List<String> mavenArguments() {
        var all = new ArrayList<String>();
        if (database != null) {
            all.add("-Dconfab.test.database=" + DatabaseUrl.parse(database).toText());
        }
        if (chaos != null) {
            all.addAll(List.of(
                    "-Dconfab.chaos.duration=" + duration(chaos),
                    "-Dtest=ChaosTest",
                    "-Dsurefire.failIfNoSpecifiedTests=false"));
        }
        if (seed != null) {
            all.add("-Dconfab.chaos.seed=" + seed);
        }
        all.addAll(arguments);
        return all;
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse("PT" + text);
        } catch (DateTimeParseException e) {
            throw new StackException("--chaos can't be " + text + ". Examples: 90s, 30m, 1h30m", e);
        }
    }

    private Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        if (testsTheSystem() && System.getenv(BROWSER) == null) {
            new Browser(DataOption::say).ensure().ifPresent(path -> environment.put(BROWSER, path.toString()));
        }
        if (testsTheSystem() && System.getenv(KUBECTL) == null) {
            new Kubectl(DataOption::say).ensure();
        }
        return environment;
    }

    /** Not for chaos alone, and not where the tests of some modules are asked for and the system's aren't among them. */
    private boolean testsTheSystem() {
        if (chaos != null) {
            return false;
        }
        int chosen = arguments.indexOf("-pl");
        return chosen < 0 || arguments.get(chosen + 1).contains("system-tests");
    }
}
