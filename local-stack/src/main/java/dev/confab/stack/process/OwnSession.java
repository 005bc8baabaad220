package dev.confab.stack.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps signals to the whole terminal or process group away from the stack's processes, so that only the launcher
 * hears them and stops the others in order. Where there is no {@code setsid}, {@code ./confab} does what it can.
 */
final class OwnSession {
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private OwnSession() {}

    static List<String> command(List<String> command) {
        return Files.isExecutable(SETSID)
                ? Stream.concat(Stream.of(SETSID.toString()), command.stream()).toList()
                : command;
    }
}
