package dev.confab.stack.testing;

import dev.confab.stack.database.DatabaseUrl;
import dev.confab.stack.kafka.Provision;
import dev.confab.stack.kafka.Provision.NewTopic;
import dev.confab.stack.kafka.Provision.Right;
import dev.confab.stack.run.StackPlan;
import dev.confab.stack.run.StackPlan.Backing;
import dev.confab.stack.run.StackPlan.Front;
import dev.confab.stack.run.StackPlan.Shape;
import dev.confab.stack.service.Service;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The options of a test's stack as they came over the line, made a plan. */
final class TestOptions {
    static final String REPLICAS = "replicas.";
    static final String LINK = "link.";
    static final String LASTING = "lasting";
    /** A data folder that another stack has left. */
    static final String DATA = "data";

    /** Its rights follow, one a line. */
    static final String ACCOUNT = "account.";
    /** Its settings follow, one a line, and how many {@link #PARTITIONS} it has. */
    static final String TOPIC = "topic.";

    static final String PARTITIONS = "partitions";
    private static final String ENVIRONMENT = "environment.";

    private final Map<String, String> words;
    private final Optional<DatabaseUrl> database;
    private final String suffix;

    TestOptions(Map<String, String> words) {
        this.words = Map.copyOf(words);
        this.database = Optional.ofNullable(words.get("database")).map(DatabaseUrl::parse);
        // a server that is shared keeps the schemas of several runs apart
        this.suffix = database.isPresent()
                ? "_%08x".formatted(ThreadLocalRandom.current().nextInt())
                : "";
    }

    Optional<Path> data() {
        return Optional.ofNullable(words.get(DATA)).map(Path::of);
    }

    StackPlan plan(Path checkout) {
        var services = words.containsKey("schema") ? List.<Service>of() : List.of(Service.values());
        return new StackPlan(
                checkout,
                new Backing(database, Optional.empty(), schemas(), services.isEmpty()),
                new Front(Integer.parseInt(words.getOrDefault("gateways", "0")), 0, "127.0.0.1"),
                shape(),
                services,
                !words.containsKey(LASTING),
                environment());
    }

    private Shape shape() {
        var replicas = new EnumMap<Service, Integer>(Service.class);
        for (var service : Service.values()) {
            var count = words.get(REPLICAS + service.module());
            if (count != null) {
                replicas.put(service, Integer.valueOf(count));
            }
        }
        return new Shape(replicas, Integer.parseInt(words.getOrDefault("brokers", "1")), marked(LINK), provision());
    }

    private Provision provision() {
        return new Provision(
                marked(ACCOUNT).stream()
                        .collect(Collectors.toMap(
                                name -> name,
                                name -> lines(ACCOUNT + name)
                                        .map(line -> line.split(" "))
                                        .map(part -> new Right(part[0], part[1], part[2], part[3]))
                                        .toList())),
                marked(TOPIC).stream().map(this::topic).toList());
    }

    private NewTopic topic(String name) {
        var settings = lines(TOPIC + name)
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
        return new NewTopic(name, Integer.parseInt(settings.remove(PARTITIONS)), settings);
    }

    private Stream<String> lines(String word) {
        return words.getOrDefault(word, "").lines();
    }

    /** What follows the prefix in the words that begin with it. */
    private Set<String> marked(String prefix) {
        return words.keySet().stream()
                .filter(word -> word.startsWith(prefix))
                .map(word -> word.substring(prefix.length()))
                .collect(Collectors.toSet());
    }

    String schemaName(String schema) {
        return schema + suffix;
    }

    private List<String> schemas() {
        var wanted = words.containsKey("schema")
                ? List.of(words.getOrDefault("schema", ""))
                : Arrays.stream(Service.values())
                        .flatMap(service -> service.schema().stream())
                        .toList();
        return wanted.stream().map(this::schemaName).toList();
    }

    private Map<String, Map<String, String>> environment() {
        var environment = new HashMap<String, Map<String, String>>();
        words.forEach((name, value) -> {
            if (name.startsWith(ENVIRONMENT)) {
                var words = name.substring(ENVIRONMENT.length()).split(" ", 2);
                environment.computeIfAbsent(words[0], _ -> new HashMap<>()).put(words[1], value);
            }
        });
        return environment;
    }
}
