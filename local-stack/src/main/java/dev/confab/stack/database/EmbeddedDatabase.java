package dev.confab.stack.database;

import dev.confab.stack.StackException;
import dev.confab.stack.files.PrivateFile;
import dev.confab.stack.process.Component;
import dev.confab.stack.tls.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The MariaDB server that the stack runs itself, on 127.0.0.1, with its data in a folder of the stack. */
public final class EmbeddedDatabase {
    /** What a freshly installed server has and nobody needs: users without a name or a password, and a schema for all. */
    private static final List<String> CLEANING = List.of(
            "DELETE FROM mysql.global_priv WHERE user IN ('', 'mysql')"
                    + " OR (user = 'root' AND host NOT IN ('localhost', '127.0.0.1'))",
            "DELETE FROM mysql.db WHERE user IN ('', 'PUBLIC')",
            "DELETE FROM mysql.proxies_priv WHERE host NOT IN ('localhost', '127.0.0.1')",
            "DROP DATABASE IF EXISTS test",
            "FLUSH PRIVILEGES");

    private static final List<String> LOCAL = List.of("localhost", "127.0.0.1");

    private final Path data;
    private final Path pidFile;
    private final Path schemaFile;
    private final Path temporary;

    /** @param folder of the stack: the database is in {@code database}, what belongs to one run is in {@code run} */
    public EmbeddedDatabase(Path folder) {
        this.data = folder.resolve("database");
        this.pidFile = folder.resolve("run/database.pid");
        this.schemaFile = folder.resolve("run/schemas.sql");
        this.temporary = folder.resolve("tmp");
    }

    /**
     * Creates the database where there is none, and describes the server that makes sure of the schemas when it starts.
     *
     * @param target where the server's programs are kept
     * @param identity what clients know the server by; they then have to come by TLS
     */
    public Component prepare(Path target, DatabaseUrl admin, List<Schema> schemas, Optional<Identity> identity) {
        var files = ServerFiles.in(target);
        files.installInto(data);
        try {
            PrivateFile.write(schemaFile, String.join(";\n", statements(admin, schemas)) + ";\n");
        } catch (IOException e) {
            throw new StackException("%s can't be written: %s".formatted(schemaFile, e), e);
        }
        return new Component(
                "database",
                admin.address(),
                "",
                command(files, admin, identity),
                files.environment(),
                new DatabaseProbe(admin.host(), admin.port()));
    }

    private static List<String> statements(DatabaseUrl admin, List<Schema> schemas) {
        var statements = new ArrayList<>(CLEANING);
        statements.add("ALTER USER 'root'@'localhost' IDENTIFIED BY '%s'".formatted(admin.password()));
        statements.add("CREATE USER IF NOT EXISTS 'root'@'127.0.0.1'");
        statements.add("ALTER USER 'root'@'127.0.0.1' IDENTIFIED BY '%s'".formatted(admin.password()));
        statements.add("GRANT ALL PRIVILEGES ON *.* TO 'root'@'127.0.0.1' WITH GRANT OPTION");
        schemas.forEach(schema -> statements.addAll(schema.creation(LOCAL)));
        return statements;
    }

    private List<String> command(ServerFiles files, DatabaseUrl admin, Optional<Identity> identity) {
        var asRoot = "root".equals(System.getProperty("user.name")) ? Stream.of("--user=root") : Stream.<String>empty();
        var options = Stream.of(
                "--basedir=" + files.programs(),
                dataOption(),
                "--tmpdir=" + temporary,
                "--port=" + admin.port(),
                "--bind-address=" + admin.host(),
                // relative to the data folder: a socket's path may have only 107 characters
                "--socket=server.sock",
                "--pid-file=" + pidFile,
                "--init-file=" + schemaFile,
                "--character-set-server=utf8mb4",
                "--skip-name-resolve",
                "--skip-log-bin",
                "--skip-symbolic-links",
                "--local-infile=OFF",
                "--max-connections=300",
                "--innodb-buffer-pool-size=64M",
                "--innodb-log-buffer-size=4M",
                // for other engines than ours
                "--key-buffer-size=1M",
                "--aria-pagecache-buffer-size=4M");
        return Stream.of(Stream.of(files.server().toString(), "--no-defaults"), asRoot, options, encryption(identity))
                .flatMap(part -> part)
                .toList();
    }

    private static Stream<String> encryption(Optional<Identity> identity) {
        return identity.map(shown -> Stream.of(
                        "--ssl-cert=" + shown.certificate(),
                        "--ssl-key=" + shown.key(),
                        "--ssl-ca=" + shown.certificate(),
                        "--require-secure-transport=ON"))
                // a server that makes up a certificate itself takes seconds to start
                .orElseGet(() -> Stream.of("--skip-ssl"));
    }

    /** A server that was left running on this data, by the pid that it wrote itself. */
    public Optional<ProcessHandle> leftover() {
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                    .filter(process -> process.info()
                            .arguments()
                            .filter(arguments -> List.of(arguments).contains(dataOption()))
                            .isPresent());
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private String dataOption() {
        return "--datadir=" + data;
    }
}
