package dev.confab.media.file;

import dev.confab.media.MediaConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;

/**
 * Contents on disk, each in a file that its hash names, and small pictures of them beside it. A content is there whole or not
 * at all, also after a power cut: it is written elsewhere, forced to the disk and then renamed. Blocks.
 */
@ApplicationScoped
public class Contents {
    private static final int BUFFER = 64 * 1024;
    /** After it what is on its way has been given up. */
    private static final Duration ABANDONED = Duration.ofHours(1);

    private final Path files;
    private final Path incoming;
    private final Path small;

    Contents(MediaConfig config) {
        Path root = config.media().folder().toAbsolutePath().normalize();
        files = root.resolve("files");
        incoming = root.resolve("incoming");
        small = root.resolve("small");
    }

    /** A content that has come and has no place yet; to be closed. */
    public record Arrived(Path path, Hash hash, long size) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Takes in what comes, in pieces. Fails with {@link TooMuchException} if it is more than the limit. */
    public Arrived receive(InputStream body, long limit) throws IOException {
        Path path = newFile();
        MessageDigest digest = Hash.digest();
        long size = 0;
        try (FileChannel out = open(path)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > limit) {
                    throw new TooMuchException();
                }
                digest.update(buffer, 0, read);
                writeAll(out, ByteBuffer.wrap(buffer, 0, read));
            }
            out.force(true);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
        return new Arrived(path, Hash.of(digest.digest()), size);
    }

    /** The same for a content that is in memory. */
    public Arrived receive(byte[] content) throws IOException {
        return receive(new java.io.ByteArrayInputStream(content), content.length);
    }

    /** Gives a content its place. */
    public void keep(Arrived arrived) throws IOException {
        place(arrived.path(), path(arrived.hash()));
    }

    /** Where a content is, if it is there. */
    public Path path(Hash hash) {
        return named(files, hash.value());
    }

    /** Where a small picture of it is, if there is one. */
    public Path small(Hash hash, int side) {
        return named(small, hash.value() + "-" + side);
    }

    public void keepSmall(Hash hash, int side, byte[] picture) throws IOException {
        try (Arrived arrived = receive(picture)) {
            place(arrived.path(), small(hash, side));
        }
    }

    public void remove(Hash hash, Iterable<Integer> sides) throws IOException {
        for (int side : sides) {
            Files.deleteIfExists(small(hash, side));
        }
        Files.deleteIfExists(path(hash));
    }

    /** Takes away what was on its way when a process died. */
    public void removeAbandoned() throws IOException {
        if (!Files.isDirectory(incoming)) {
            return;
        }
        Instant before = Instant.now().minus(ABANDONED);
        try (DirectoryStream<Path> all = Files.newDirectoryStream(incoming)) {
            for (Path path : all) {
                removeIfOlder(path, before);
            }
        }
    }

    private static void removeIfOlder(Path path, Instant before) throws IOException {
        try {
            if (Files.getLastModifiedTime(path).toInstant().isBefore(before)) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException gone) {
            // it has found its place
        }
    }

    private Path newFile() throws IOException {
        Files.createDirectories(incoming);
        return Files.createTempFile(incoming, "", ".part");
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.WRITE);
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    private static Path named(Path folder, String name) {
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }

    private static void place(Path from, Path to) throws IOException {
        Path folder = to.getParent();
        Files.createDirectories(folder);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}
