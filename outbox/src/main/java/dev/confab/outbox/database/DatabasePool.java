package dev.confab.outbox.database;

import io.quarkus.reactive.mysql.client.MySQLPoolCreator;
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Connections to a server that has vanished without a word are given up soon, so that their places are free again. The
 * server does the same with ours, so that nobody waits for hours for what a vanished host had locked.
 */
@Singleton
class DatabasePool implements MySQLPoolCreator {
    private static final int CONNECT_TIMEOUT_MS = 2_000;
    private static final int UNACKNOWLEDGED_MS = 10_000;
    /** Seconds without a statement; longer than connections are idle in the pool. */
    private static final String LET_GO = "set session wait_timeout = 30";

    @Override
    public Pool create(Input input) {
        input.mySQLConnectOptionsList()
                .forEach(options -> options.setConnectTimeout(CONNECT_TIMEOUT_MS)
                        .setTcpKeepAlive(true)
                        .setTcpUserTimeout(UNACKNOWLEDGED_MS));
        return MySQLBuilder.pool()
                .with(input.poolOptions())
                .connectingTo(List.<SqlConnectOptions>copyOf(input.mySQLConnectOptionsList()))
                .withConnectHandler(
                        connection -> connection.query(LET_GO).execute().onComplete(_ -> connection.close()))
                .using(input.vertx())
                .build();
    }
}
