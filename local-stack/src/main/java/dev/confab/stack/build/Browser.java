package dev.confab.stack.build;

import dev.confab.stack.process.Progress;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser for the browser tests: one that is installed, else Debian's, else the one that Playwright fetches itself. */
public final class Browser {
    private static final List<String> NAMES =
            List.of("google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome");
    private static final List<Path> APPLICATIONS = List.of(
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));

    private final Progress progress;

    public Browser(Progress progress) {
        this.progress = progress;
    }

    /** Path of a browser, or nothing where Playwright is to fetch its own. */
    public Optional<Path> ensure() {
        var found = find();
        if (found.isEmpty() && Apt.isUsable()) {
            progress.say("Installing a browser for the browser tests: apt-get install chromium…");
            new Apt(progress).install("chromium");
            found = find();
        }
        if (found.isEmpty()) {
            progress.say("No Chrome or Chromium was found: Playwright will download a browser of its own.");
        }
        return found;
    }

    private static Optional<Path> find() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return find(Arrays.stream(path.split(File.pathSeparator)).map(Path::of).toList());
    }

    static Optional<Path> find(List<Path> folders) {
        return Stream.concat(
                        NAMES.stream().flatMap(name -> folders.stream().map(folder -> folder.resolve(name))),
                        APPLICATIONS.stream())
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
