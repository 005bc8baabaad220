package dev.confab.stack.build;

import dev.confab.stack.process.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Maven's output, line by line: what is worth telling while it works, and what to show if it fails. */
final class MavenOutput {
    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building (.+) \\S+ +\\[(\\d+)/(\\d+)]");
    private static final int TOLD_DOWNLOADS = 100;

    private final Progress progress;
    private final List<String> sinceModule = new ArrayList<>();
    private int downloads;

    MavenOutput(Progress progress) {
        this.progress = progress;
    }

    void read(String line) {
        var module = MODULE.matcher(line);
        if (module.matches()) {
            sinceModule.clear();
            progress.say("  [%s/%s] %s".formatted(module.group(2), module.group(3), module.group(1)));
        } else if (line.startsWith("[INFO] Downloading ") || line.startsWith("Downloading ")) {
            if (downloads++ % TOLD_DOWNLOADS == 0) {
                progress.say(downloads == 1 ? "        downloading…" : "        %d files so far…".formatted(downloads));
            }
        } else if (!line.contains("Downloaded from") && !line.startsWith("Progress (")) {
            sinceModule.add(line);
        }
    }

    /** Everything since the module in which it stopped, or since the beginning. */
    List<String> failure() {
        return sinceModule;
    }
}
