package dev.confab.stack.build;

import dev.confab.stack.process.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Debian's packages, for a machine that may be changed: where this runs as root. */
final class Apt {
    private final Progress progress;

    Apt(Progress progress) {
        this.progress = progress;
    }

    static boolean isUsable() {
        try {
            return "root".equals(System.getProperty("user.name"))
                    && Files.readAllLines(Path.of("/etc/os-release")).contains("ID=debian");
        } catch (IOException e) {
            return false;
        }
    }

    /** Tries to; what goes wrong is told. */
    void install(String name) {
        run("update");
        run("install", "-y", "--no-install-recommends", name);
    }

    private void run(String... arguments) {
        List<String> command =
                Stream.concat(Stream.of("apt-get", "-q"), Stream.of(arguments)).toList();
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            var process = builder.start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                progress.say(output);
            }
        } catch (IOException e) {
            progress.say("apt-get can't be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
