package dev.confab.stack.build;

import dev.confab.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How many tests ran, from the reports that surefire and failsafe write. */
public record TestTotals(int passed, int failed, int skipped) {
    private static final Pattern SUITE = Pattern.compile("<testsuite\\b[^>]*>", Pattern.DOTALL);

    /** The sum of all reports in the modules of the checkout that were written since the tests began. */
    public static TestTotals since(FileTime began, Path root) {
        var total = new TestTotals(0, 0, 0);
        for (var module : Module.names(root)) {
            for (var reports : new String[] {"surefire-reports", "failsafe-reports"}) {
                total = total.plus(
                        inFolder(root.resolve(module).resolve("target").resolve(reports), began));
            }
        }
        return total;
    }

    /** The counts in one report. */
    static TestTotals parse(String report) {
        var suite = SUITE.matcher(report);
        if (!suite.find()) {
            return new TestTotals(0, 0, 0);
        }
        int failed = count(suite.group(), "failures") + count(suite.group(), "errors");
        int skipped = count(suite.group(), "skipped");
        return new TestTotals(count(suite.group(), "tests") - failed - skipped, failed, skipped);
    }

    public String line() {
        return "%d passed, %d failed, %d skipped".formatted(passed, failed, skipped);
    }

    private TestTotals plus(TestTotals other) {
        return new TestTotals(passed + other.passed, failed + other.failed, skipped + other.skipped);
    }

    private static TestTotals inFolder(Path folder, FileTime began) {
        if (!Files.isDirectory(folder)) {
            return new TestTotals(0, 0, 0);
        }
        try (Stream<Path> files = Files.list(folder)) {
            var total = new TestTotals(0, 0, 0);
            for (var file : (Iterable<Path>) files::iterator) {
                var name = file.getFileName().toString();
                if (name.startsWith("TEST-")
                        && name.endsWith(".xml")
                        && Files.getLastModifiedTime(file).compareTo(began) >= 0) {
                    total = total.plus(parse(Files.readString(file)));
                }
            }
            return total;
        } catch (IOException e) {
            throw new StackException("the test reports in %s can't be read: %s".formatted(folder, e), e);
        }
    }

    private static int count(String suite, String attribute) {
        var found = Pattern.compile("\\b" + attribute + "=\"(\\d+)\"").matcher(suite);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
}
