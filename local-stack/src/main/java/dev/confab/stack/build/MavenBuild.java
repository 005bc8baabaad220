package dev.confab.stack.build;

import dev.confab.stack.StackException;
import dev.confab.stack.process.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs Maven on this checkout. Which Maven, the launching script has found out. */
public final class MavenBuild {
    private final Path root;
    private final String maven;

    public MavenBuild(Path root) {
        this.root = root;
        this.maven = System.getProperty("confab.maven", "mvn");
    }

    /**
     * Makes these modules and what they need, without tests; the whole output goes to {@code log}.
     *
     * @throws StackException with the failing module's output
     */
    public void make(List<String> modules, Path log, Progress progress) {
        var command = List.of(
                maven,
                "-B",
                "package",
                "-DskipTests",
                "-Dspotless.check.skip",
                "-Dstyle.color=never",
                "-am",
                "-pl",
                String.join(",", modules));
        var output = new MavenOutput(progress);
        try (var writer = Files.newBufferedWriter(log)) {
            var process = builder(command).redirectErrorStream(true).start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end of the build"));
            try (var reader = process.inputReader()) {
                for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                    writer.write(line + "\n");
                    output.read(line);
                }
            }
            if (process.waitFor() != 0) {
                throw new StackException("The build failed (all of its output: %s):%n%s"
                        .formatted(log, String.join(System.lineSeparator(), output.failure())));
            }
        } catch (IOException e) {
            throw new StackException("Maven can't be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while building", e);
        }
    }

    /** Runs all tests with Maven's own output on the terminal, and returns its exit code. */
    public int verify(List<String> arguments, Map<String, String> environment) {
        var command = new ArrayList<>(List.of(maven, "-B", "--fail-at-end", "verify"));
        command.addAll(arguments);
        var builder = builder(command).inheritIO();
        builder.environment().putAll(environment);
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new StackException("Maven can't be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted while testing", e);
        }
    }

    private ProcessBuilder builder(List<String> command) {
        return new ProcessBuilder(command).directory(root.toFile());
    }
}
