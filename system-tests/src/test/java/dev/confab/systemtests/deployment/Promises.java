package dev.confab.systemtests.deployment;

import static dev.confab.systemtests.deployment.Manifests.CHECKOUT;

import dev.confab.systemtests.docs.ConfigurationKey;
import dev.confab.systemtests.docs.ConfigurationKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the services' sources say that deployments have to fit. */
final class Promises {
    static final List<String> SERVICES =
            List.of("gateway", "auth-service", "room-service", "message-service", "media-service");
    private static final Path SHARED = Path.of("chassis/src/main/resources/META-INF/microprofile-config.properties");

    /** Keys that are the framework's and so stand in none of our sources; each was seen to work. */
    private static final Set<String> QUARKUS = Set.of(
            "quarkus.init-and-exit",
            "quarkus.profile",
            "quarkus.flyway.validate-at-start",
            "quarkus.http.port",
            "quarkus.management.port",
            "smallrye.config.source.file.locations");

    private static final List<ConfigurationKey> KEYS = readKeys();

    private Promises() {}

    private static List<ConfigurationKey> readKeys() {
        try {
            return ConfigurationKeys.of(CHECKOUT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every environment variable that means something to a service. */
    static Set<String> variables() {
        var names = new TreeSet<String>();
        KEYS.forEach(key -> names.add(variable(key.name())));
        SERVICES.forEach(service -> properties(Path.of(service, "src/main/resources/application.properties"))
                .stringPropertyNames()
                .forEach(name -> names.add(variable(name))));
        properties(SHARED).stringPropertyNames().forEach(name -> names.add(variable(name)));
        QUARKUS.forEach(name -> names.add(variable(name)));
        names.add("JAVA_TOOL_OPTIONS");
        return names;
    }

    /**
     * The secrets that a service or a migration makes use of, and no others are given to it. All have a password at Kafka
     * besides, where Kafka asks for one.
     */
    static Set<String> secretsOf(String workload) {
        return switch (workload) {
            case "gateway" -> Set.of("confab.signing.secret");
            case "auth-service" -> Set.of("confab.keys.secret", "confab.database.password");
            case "room-service", "message-service", "media-service" ->
                Set.of("confab.signing.secret", "confab.database.password");
            case "migrate-auth", "migrate-room", "migrate-message", "migrate-media" ->
                Set.of("confab.database.password");
            default -> throw new IllegalArgumentException(workload);
        };
    }

    static Set<String> keyNames() {
        var names = new TreeSet<String>();
        KEYS.forEach(key -> names.add(key.name()));
        return names;
    }

    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** The longest that a gateway takes to go down: its clients first, then requests that are under way. */
    static Duration farewell() {
        String drain = KEYS.stream()
                .filter(key -> key.name().equals("confab.sockets.drain-at-most"))
                .findFirst()
                .orElseThrow()
                .standards()
                .first();
        return seconds(drain).plus(seconds(properties(SHARED).getProperty("quarkus.shutdown.timeout")));
    }

    static Duration seconds(String text) {
        return Duration.parse("PT" + text);
    }

    /** A variable that the image sets. */
    static String ofImage(String variable) {
        var line = Pattern.compile("\\b" + variable + "=(\\S+)").matcher(read("Dockerfile"));
        if (!line.find()) {
            throw new AssertionError("the Dockerfile does not set " + variable);
        }
        return line.group(1);
    }

    static String read(String file) {
        try {
            return Files.readString(CHECKOUT.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties properties(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(CHECKOUT.resolve(file))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
