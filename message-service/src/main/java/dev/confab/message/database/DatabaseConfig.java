package dev.confab.message.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The database of this service, and bounds of what it is asked. */
@ConfigMapping(prefix = "confab.database")
public interface DatabaseConfig {
    /** Where the server is. */
    String host();

    /** Its port. */
    int port();

    /** The schema, which no other service uses. */
    String name();

    /** Who may do everything in the schema. */
    String username();

    /** The password that goes with it. */
    String password();

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
