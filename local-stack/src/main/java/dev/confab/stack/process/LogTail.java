package dev.confab.stack.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file. */
public final class LogTail {
    private static final int LINES = 25;
    private static final int MAX_BYTES = 64 * 1024;

    private LogTail() {}

    static String of(Path log) {
        return String.join(System.lineSeparator(), lines(log, LINES));
    }

    /** The last lines, at most {@code count}; empty if there is no such file. */
    public static List<String> lines(Path log, int count) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var bytes = new byte[(int) Math.min(file.length(), MAX_BYTES)];
            file.seek(file.length() - bytes.length);
            file.readFully(bytes);
            var lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of();
        }
    }
}
