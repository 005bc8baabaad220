package dev.confab.stack.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the stack's Java processes are started: with the launcher's own JDK, small and quick.
 *
 * @param temporary where they put what nobody needs afterwards
 * @param options that all of them get
 * @param training whether they make their caches when they end, in place of using them
 */
public record Jvm(Path temporary, List<String> options, boolean training) {
    /**
     * Else the heap begins with a 64th of the machine's memory, a third of it is for new objects however few are made, a
     * collection leaves up to two and a half times as much free as there is in use, and what the compiler needed during the
     * start is kept.
     */
    private static final List<String> NO_MORE_THAN_NEEDED = List.of(
            "-Xms32m",
            "-XX:MaxNewSize=32m",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-XX:-ShrinkHeapInSteps",
            "-XX:TrimNativeHeapInterval=10000");

    /** Compiled at once rather than well: the second compiler needs as long as all the rest of a start. */
    private static final List<String> COMPILED_QUICKLY = List.of("-XX:TieredStopAtLevel=1");

    public Jvm {
        options = List.copyOf(options);
    }

    /** For processes that are there to stay. */
    public static Jvm lasting(Path temporary) {
        return new Jvm(temporary, List.of(), false);
    }

    /** For processes that end after some minutes. */
    public static Jvm shortLived(Path temporary) {
        return new Jvm(temporary, COMPILED_QUICKLY, false);
    }

    /** For processes that do what those that are to stay will do, and then end. */
    public static Jvm training(Path temporary) {
        return new Jvm(temporary, List.of(), true);
    }

    /**
     * The command line of one process.
     *
     * @param cache of the program
     * @param arguments what follows the options: {@code -jar …}, or {@code -cp …} and a class
     */
    public List<String> command(int heapMegabytes, AotCache cache, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        command.add("-XX:+UseSerialGC");
        command.addAll(NO_MORE_THAN_NEEDED);
        command.add("-XX:+UseCompactObjectHeaders");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(options);
        command.addAll(training ? cache.trainingOptions() : cache.options());
        command.addAll(arguments);
        return command;
    }
}
