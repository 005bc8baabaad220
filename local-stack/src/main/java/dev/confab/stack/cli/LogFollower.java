package dev.confab.stack.cli;

import dev.confab.stack.process.Progress;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows lines as they are added to log files, with the name of the process where there are several. */
final class LogFollower {
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final List<Path> files;
    private final boolean named;
    private final Map<Path, Long> positions = new HashMap<>();

    LogFollower(List<Path> files, boolean named) {
        this.files = files;
        this.named = named;
        files.forEach(file -> positions.put(file, file.toFile().length()));
    }

    static String name(Path file) {
        return file.getFileName().toString().replace(".log", "");
    }

    void show(Path file, String line) {
        DataOption.say(shown(file, line));
    }

    /** Goes on until the process ends. */
    void follow(Progress progress) throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            for (var file : files) {
                added(file).forEach(line -> progress.say(shown(file, line)));
            }
            Thread.sleep(INTERVAL);
        }
    }

    /** Whole lines that were added since the last call. */
    List<String> added(Path file) {
        long from = Math.min(positions.getOrDefault(file, 0L), file.toFile().length());
        try (var open = new RandomAccessFile(file.toFile(), "r")) {
            var bytes = new byte[(int) Math.min(open.length() - from, 1 << 20)];
            open.seek(from);
            open.readFully(bytes);
            var text = new String(bytes, StandardCharsets.ISO_8859_1);
            int end = text.lastIndexOf('\n') + 1;
            positions.put(file, from + end);
            return new String(bytes, 0, end, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private String shown(Path file, String line) {
        return named ? "%-16s| %s".formatted(name(file), line) : line;
    }
}
