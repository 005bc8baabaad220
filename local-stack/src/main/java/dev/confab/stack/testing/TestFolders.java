package dev.confab.stack.testing;

import dev.confab.stack.files.Trees;
import dev.confab.stack.run.DataFolder;
import dev.confab.stack.run.Leftovers;
import dev.confab.stack.run.StackLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The temporary folders of test runs. Those of runs that were killed are cleaned up by the next one. */
final class TestFolders {
    /** A folder as young as this may belong to a process that is about to lock it. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    private static final Path ALL =
            Path.of(System.getProperty("java.io.tmpdir"), "confab-tests-" + System.getProperty("user.name"));

    private TestFolders() {}

    /** @param filledFrom what is in it from the beginning */
    static DataFolder create(Optional<Path> filledFrom) throws IOException {
        Files.createDirectories(ALL);
        Path root = Files.createTempDirectory(ALL, "run-");
        if (filledFrom.isPresent()) {
            Trees.copy(filledFrom.get(), root);
        }
        return new DataFolder(root).open();
    }

    static void sweep() throws IOException {
        if (!Files.isDirectory(ALL)) {
            return;
        }
        try (var folders = Files.newDirectoryStream(ALL)) {
            for (var folder : folders) {
                if (Files.getLastModifiedTime(folder)
                        .toInstant()
                        .isBefore(Instant.now().minus(YOUNG))) {
                    cleanUp(new DataFolder(folder));
                }
            }
        }
    }

    private static void cleanUp(DataFolder folder) throws IOException {
        if (!Files.isDirectory(folder.run())) {
            return;
        }
        var lock = StackLock.tryTake(folder);
        if (lock.isPresent()) {
            try (var _ = lock.get()) {
                new Leftovers(folder, System.err::println).end();
                folder.delete();
            }
        }
    }

    /** Where a run's logs are kept when its folder is gone: with what the tests' own module makes. */
    static Path kept(DataFolder folder) {
        return Path.of("target", "stack-logs", folder.root().getFileName().toString())
                .toAbsolutePath();
    }

    static void delete(DataFolder folder) {
        try {
            if (Files.isDirectory(Path.of("target"))) {
                Trees.copy(folder.logs(), kept(folder));
            }
            folder.delete();
        } catch (IOException e) {
            System.err.println(folder.root() + " can't be deleted: " + e.getMessage());
        }
    }
}
