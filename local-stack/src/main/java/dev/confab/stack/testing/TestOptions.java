package dev.confab.stack.testing;

import dev.confab.stack.database.DatabaseUrl;
import dev.confab.stack.run.StackPlan;
import dev.confab.stack.run.StackPlan.Backing;
import dev.confab.stack.run.StackPlan.Front;
import dev.confab.stack.service.Service;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** The options of a test's stack as they came over the line, made a plan. */
final class TestOptions {
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

    StackPlan plan(Path checkout) {
        var services = words.containsKey("schema") ? List.<Service>of() : List.of(Service.values());
        return new StackPlan(
                checkout,
                new Backing(database, Optional.empty(), schemas()),
                new Front(Integer.parseInt(words.getOrDefault("gateways", "0")), 0, "127.0.0.1"),
                services,
                environment());
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
