package dev.confab.room.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** While it is open the relay waits for its lease, so nothing that is decided reaches the log. */
public final class StuckRelay implements AutoCloseable {
    private final Connection connection;

    private StuckRelay(Connection connection) {
        this.connection = connection;
    }

    public static StuckRelay in(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("select id from outbox_lease where id = 1 for update");
        }
        return new StuckRelay(connection);
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
