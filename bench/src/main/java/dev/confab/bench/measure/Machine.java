package dev.confab.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this ran on. */
public record Machine(String processor, int cores, long memoryMegabytes, String system, String java) {

    public static Machine here() {
        return new Machine(
                value("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                ProcessStat.kilobytes("0" + value("/proc/meminfo", "MemTotal")) >> 20,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
    }

    /** How many files a process may have open. */
    public static int maxOpenFiles() {
        return Integer.parseInt(value("/proc/self/limits", "Max open files").replaceFirst(" .*", ""));
    }

    private static String value(String file, String key) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(key))
                    .findFirst()
                    .map(line -> line.substring(key.length()).replaceFirst("^[\\s:]+", ""))
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
