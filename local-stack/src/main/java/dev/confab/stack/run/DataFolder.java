package dev.confab.stack.run;

import dev.confab.stack.StackException;
import dev.confab.stack.files.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The folder that holds everything a stack keeps: the database, Kafka's logs, search indexes, shared files, log files, secrets, what is running. */
public record DataFolder(Path root) {
    private static final long MEGABYTE = 1024 * 1024;
    private static final long NEEDED_MEGABYTES = 500;
    private static final long LOG_MEGABYTES = 20;
    /** Tells a folder of ours from one that was named by mistake. */
    private static final String MARKER = "confab-data";

    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** Creates what isn't there yet; fails where there is no right or no room to write. */
    public DataFolder open() {
        try {
            if (!Files.isDirectory(root)) {
                Files.createDirectories(root);
                Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
            }
            for (var folder : List.of(logs(), run(), temporary())) {
                Files.createDirectories(folder);
            }
            Files.writeString(root.resolve(MARKER), "Made by ./confab; ./confab reset deletes it.\n");
            var free = Files.getFileStore(root).getUsableSpace() / MEGABYTE;
            if (free < NEEDED_MEGABYTES) {
                throw new StackException(
                        "Only %d MB are free where %s is, %d are needed. Free some, or choose another folder: --data DIR"
                                .formatted(free, root, NEEDED_MEGABYTES));
            }
            shortenLogs();
        } catch (IOException e) {
            throw new StackException(
                    "The data folder %s can't be written (%s). Choose another: --data DIR".formatted(root, reason(e)),
                    e);
        }
        return this;
    }

    public boolean exists() {
        return Files.exists(root.resolve(MARKER));
    }

    public void delete() throws IOException {
        Trees.delete(root);
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    public Path run() {
        return root.resolve("run");
    }

    public Path temporary() {
        return root.resolve("tmp");
    }

    Path indexes() {
        return root.resolve("search");
    }

    Path files() {
        return root.resolve("media");
    }

    Path secrets() {
        return root.resolve("secrets.properties");
    }

    Path record() {
        return run().resolve("stack.json");
    }

    private void shortenLogs() throws IOException {
        try (var files = Files.newDirectoryStream(logs(), "*.log")) {
            for (var file : files) {
                if (Files.size(file) > LOG_MEGABYTES * MEGABYTE) {
                    Files.move(
                            file,
                            file.resolveSibling(file.getFileName() + ".1"),
                            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static String reason(IOException e) {
        return e.getClass() == IOException.class
                ? String.valueOf(e.getMessage())
                : e.getClass().getSimpleName().replace("Exception", "") + ": " + e.getMessage();
    }
}
