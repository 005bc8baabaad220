package dev.confab.stack.testing;

import java.util.Map;

/**
 * A database with one schema, and Kafka without topics: what a service needs in its own tests. The database is the
 * embedded one, or the server that the system property {@code confab.test.database} names
 * ({@code mysql://admin:password@host:port}), where a schema of random name is made and dropped again.
 */
public final class Backends implements AutoCloseable {
    private final StackProcess process;

    private Backends(StackProcess process) {
        this.process = process;
    }

    /**
     * Returns when both are ready.
     *
     * @param schema what to call the schema: letters, digits and _; on a server that was given, more is added to it
     * @throws dev.confab.stack.StackException if they can't be started; the message holds the end of the log
     */
    public static Backends start(String schema) {
        return new Backends(StackProcess.start(Map.of("schema", schema)));
    }

    public String databaseHost() {
        return process.value("database.host");
    }

    public int databasePort() {
        return Integer.parseInt(process.value("database.port"));
    }

    public String databaseName() {
        return process.value("schema.0.name");
    }

    /** May do everything in this schema and nothing in others. */
    public String username() {
        return process.value("schema.0.username");
    }

    public String password() {
        return process.value("schema.0.password");
    }

    /** Kafka's bootstrap servers. */
    public String kafkaServers() {
        return process.value("kafka.bootstrap.servers");
    }

    /** Stops both and deletes what they kept. */
    @Override
    public void close() {
        process.close();
    }
}
