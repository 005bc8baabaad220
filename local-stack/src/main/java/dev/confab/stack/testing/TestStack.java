package dev.confab.stack.testing;

import dev.confab.stack.StackException;
import dev.confab.stack.link.Cut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The whole stack under a test's control. Processes are called {@code database}, {@code kafka}, {@code auth-service},
 * {@code room-service}, {@code message-service}, {@code gateway-1}, {@code gateway-2}, … Where there are several brokers
 * or replicas, they are called {@code kafka-1}, {@code message-service-1}, … Every method returns when what it says has
 * happened, and throws {@link StackException} if it can't be.
 */
public final class TestStack implements AutoCloseable {
    private final StackProcess process;
    private final int gateways;

    private TestStack(StackProcess process, int gateways) {
        this.process = process;
        this.gateways = gateways;
    }

    public static Options options() {
        return new Options(1, Map.of(), 1, Set.of(), Map.of(), false, Map.of());
    }

    /** Returns when all processes are ready. */
    public static TestStack start(Options options) {
        return new TestStack(StackProcess.start(options.words()), options.gateways());
    }

    /** In the order of their numbers. */
    public List<String> gatewayUrls() {
        return IntStream.rangeClosed(1, gateways).mapToObj(this::gatewayUrl).toList();
    }

    /** @param number from 1 */
    public String gatewayUrl(int number) {
        return url("gateway-" + number);
    }

    /**
     * Such as {@code http://localhost:23456}, without a slash at the end. The name of a service that has replicas stands
     * for all of them: a balancer gives each new connection to the next one that accepts it.
     */
    public String url(String name) {
        return process.value("url." + name);
    }

    /** Where the health ({@code /q/health}) and the metrics ({@code /q/metrics}) of a service or gateway are. */
    public String managementUrl(String name) {
        return process.value("management." + name);
    }

    /** What a client of Kafka needs to do everything there: its addresses, and the login of the stack's own account. */
    public Map<String, Object> kafka() {
        return process.values("kafka.");
    }

    /** The same as one of the accounts that {@link Options#withAccount} has made, which may do what it may. */
    public Map<String, Object> kafka(String account) {
        return process.values("account.%s.".formatted(account));
    }

    /** The server and its administrator: {@code mysql://user:password@host:port}, percent-encoded. */
    public String databaseUrl() {
        return process.value("database.url");
    }

    /** The administrator's JDBC URL of the schema of a service, login included. */
    public String jdbcUrl(String service) {
        return process.value("jdbc." + service);
    }

    /** Name of the schema of a service. */
    public String schema(String service) {
        return process.value("schema." + service);
    }

    public long pid(String name) {
        return Long.parseLong(process.ask("pid " + name));
    }

    /** Ends it at once ({@code kill -9}). */
    public void kill(String name) {
        process.ask("kill " + name);
    }

    /** Asks it to end and waits until it has. */
    public void stop(String name) {
        process.ask("stop " + name);
    }

    /** Starts it again, on the same port and data, and waits until it is ready. */
    public void start(String name) {
        process.ask("start " + name);
    }

    /** Freezes it ({@code SIGSTOP}): it is there and doesn't answer. */
    public void pause(String name) {
        process.ask("pause " + name);
    }

    /** Lets it go on ({@code SIGCONT}). */
    public void resume(String name) {
        process.ask("resume " + name);
    }

    /**
     * Cuts a process off from another one that it connects to, silently: what either says doesn't arrive.
     *
     * @param process one of those that {@link Options#withLinks} named
     * @param target {@code database}, {@code kafka} or one of its brokers, or a service
     */
    public void cut(String process, String target) {
        cut(process, target, Cut.SILENT);
    }

    public void cut(String process, String target, Cut how) {
        this.process.ask("cut %s %s %s".formatted(process, target, how));
    }

    /** New connections get through again, and those that were cut silently and have waited. */
    public void mend(String process, String target) {
        this.process.ask("mend %s %s".formatted(process, target));
    }

    /** Stops everything in order and starts it again, on the same ports and data. */
    public void restartAll() {
        process.ask("restart");
    }

    /** All that the process has written so far. */
    public String logs(String name) {
        try {
            return Files.readString(logFolder().resolve(name + ".log"));
        } catch (IOException e) {
            throw new StackException("no log of " + name + " can be read: " + e.getMessage(), e);
        }
    }

    /**
     * The folder with a file {@code NAME.log} for each process. At the end it moves to {@code target/stack-logs} in the
     * module of the test.
     */
    public Path logFolder() {
        return Path.of(process.value("logs"));
    }

    /** Ends all processes and deletes what they kept. */
    @Override
    public void close() {
        process.close();
    }
}
