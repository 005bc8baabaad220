package dev.confab.message.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of what the database is asked. Where it is: confab.database.host, port, name, username, password. */
@ConfigMapping(prefix = "confab.database")
public interface DatabaseConfig {
    /** Schema. */
    @WithDefault("confab_message")
    String name();

    /** How long a request waits for one statement, the wait for a connection included. */
    @WithDefault("3s")
    Duration statementTimeout();

    /** How long connecting may take. */
    @WithDefault("2s")
    Duration connectTimeout();

    /** How many statements may wait for a connection before more are refused at once. */
    @WithDefault("500")
    int waiting();
}
