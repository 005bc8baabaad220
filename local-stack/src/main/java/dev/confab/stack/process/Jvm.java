package dev.confab.stack.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command lines of the stack's Java processes: the launcher's own JDK, small and quick to start. */
public final class Jvm {
    /** Else a collection leaves up to two and a half times as much free as there is in use. */
    private static final List<String> HEAP_THAT_FITS =
            List.of("-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30", "-XX:-ShrinkHeapInSteps");

    private Jvm() {}

    /**
     * @param more options
     * @param arguments what follows the options: {@code -jar …}, or {@code -cp …} and a class
     */
    public static List<String> command(int heapMegabytes, Path temporary, List<String> more, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx" + heapMegabytes + "m");
        command.add("-XX:+UseSerialGC");
        command.addAll(HEAP_THAT_FITS);
        command.add("-XX:+UseCompactObjectHeaders");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-Djava.io.tmpdir=" + temporary);
        command.addAll(more);
        command.addAll(arguments);
        return command;
    }
}
