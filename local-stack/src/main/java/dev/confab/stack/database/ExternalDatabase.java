package dev.confab.stack.database;

import dev.confab.stack.StackException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** A server that somebody else runs (MySQL 8.4 or newer, or MariaDB); the stack only keeps its schemas and users there. */
public final class ExternalDatabase {
    private final DatabaseUrl server;

    public ExternalDatabase(DatabaseUrl server) {
        this.server = server;
    }

    /** Fails if it can't be reached, or lets nobody in. */
    public void check() {
        run(List.of());
    }

    public void create(List<Schema> schemas) {
        run(schemas.stream()
                .flatMap(schema -> schema.creation(List.of("%")).stream())
                .toList());
    }

    public void drop(List<Schema> schemas) {
        run(schemas.stream().flatMap(schema -> schema.removal().stream()).toList());
    }

    private void run(List<String> statements) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new StackException(
                    "The database at %s can't be used: %s. Check the address, and that user %s may create schemas and users."
                            .formatted(server.address(), e.getMessage(), server.user()),
                    e);
        }
    }

    private Connection connect() throws SQLException {
        // allowPublicKeyRetrieval: MySQL's password exchange on a connection without TLS
        var url = "jdbc:mariadb://%s:%d/?connectTimeout=5000&allowPublicKeyRetrieval=true"
                .formatted(server.host(), server.port());
        return DriverManager.getConnection(url, server.user(), server.password());
    }
}
