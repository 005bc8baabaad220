package dev.confab.message.database;

import io.quarkus.reactive.mysql.client.MySQLPoolCreator;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.mysqlclient.MySQLPool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Bounds of the pool that Quarkus has no settings for. */
@Singleton
@SuppressWarnings("deprecation") // the type of Quarkus' own interface
final class PoolSetup implements MySQLPoolCreator {
    /** After so long without an acknowledgement a host counts as gone, and its connections are broken. */
    private static final Duration UNACKNOWLEDGED = Duration.ofSeconds(10);

    /**
     * After so many seconds without a word the server ends a connection, and with it the transaction and its locks. Of a
     * host that vanished it would not know for hours, and nobody could take over what was locked. Longer than connections
     * are idle in the pool.
     */
    private static final String LET_GO = "set session wait_timeout = 30";

    /** Characters of the longest statement that stays prepared: an insert of 256 rows. */
    private static final int PREPARED_CHARACTERS = 8_192;

    private final DatabaseConfig config;

    PoolSetup(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    public MySQLPool create(Input input) {
        int connectMillis = Math.toIntExact(config.connectTimeout().toMillis());
        // no timer of the pool's own: it goes off even when connecting has failed before; statements have a timeout
        // anyway
        PoolOptions pool =
                input.poolOptions().setMaxWaitQueueSize(config.waiting()).setConnectionTimeout(0);
        for (MySQLConnectOptions server : input.mySQLConnectOptionsList()) {
            server.setConnectTimeout(connectMillis);
            server.setPreparedStatementCacheSqlLimit(PREPARED_CHARACTERS);
            server.setTcpKeepAlive(true);
            server.setTcpUserTimeout(Math.toIntExact(UNACKNOWLEDGED.toMillis()));
        }
        MySQLPool created = MySQLPool.pool(input.vertx(), input.mySQLConnectOptionsList(), pool);
        created.connectHandler(connection -> connection.query(LET_GO).execute().onComplete(_ -> connection.close()));
        return created;
    }
}
