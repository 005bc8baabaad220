package dev.confab.stack.process;

import dev.confab.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The classes of a built program as a JVM keeps them loaded and linked in a file (JEP 483, 514), beside what the build made.
 * It is good for this build and this JVM; a JVM that can't use it starts without.
 *
 * @param program the jar that it runs
 */
public record AotCache(Path program) {

    /** What a JVM is told so that it uses the cache; nothing if there is none. */
    List<String> options() {
        return isCurrent() ? List.of("-XX:AOTCache=" + file(), "-Xlog:aot=off,cds=off") : List.of();
    }

    /** Whether there is a program without a cache that is good for it. */
    public boolean isMissing() {
        return Files.exists(program) && !isCurrent();
    }

    private boolean isCurrent() {
        try {
            return Files.exists(file())
                    && Files.getLastModifiedTime(file()).compareTo(Files.getLastModifiedTime(program)) >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** What a JVM is told so that it makes the cache when it ends. */
    List<String> trainingOptions() {
        return List.of("-XX:AOTCacheOutput=" + draft(), "-Xlog:aot=off,cds=off");
    }

    /** Keeps what the training has made, if it has. */
    public void keep() {
        try {
            if (Files.exists(draft())) {
                Files.move(draft(), file(), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StackException("%s can't be kept: %s".formatted(file(), e.getMessage()), e);
        }
    }

    private Path file() {
        return program.resolveSibling("java-%s.aot".formatted(Runtime.version().toString()));
    }

    private Path draft() {
        return program.resolveSibling("draft.aot");
    }
}
