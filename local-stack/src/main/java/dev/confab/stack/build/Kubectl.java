package dev.confab.stack.build;

import dev.confab.stack.process.Progress;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The program that renders {@code k8s} for the tests: one that is installed, else Debian's. No cluster is needed. */
public final class Kubectl {
    private final Progress progress;

    public Kubectl(Progress progress) {
        this.progress = progress;
    }

    /** Installs it where that is possible and it is missing; else says so, and the tests that need it are skipped. */
    public void ensure() {
        if (find().isEmpty() && Apt.isUsable()) {
            progress.say("Installing kubectl for the tests of k8s/: apt-get install kubernetes-client…");
            new Apt(progress).install("kubernetes-client");
        }
        if (find().isEmpty()) {
            progress.say(
                    "No kubectl was found: tests of k8s/ are skipped. Install 1.27 or newer, or name it in CONFAB_KUBECTL.");
        }
    }

    private static Optional<Path> find() {
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return find(Arrays.stream(path.split(File.pathSeparator)).map(Path::of).toList());
    }

    static Optional<Path> find(List<Path> folders) {
        return folders.stream()
                .map(folder -> folder.resolve("kubectl"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
