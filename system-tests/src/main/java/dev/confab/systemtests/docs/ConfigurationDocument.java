package dev.confab.systemtests.docs;

import java.util.List;
import java.util.stream.Collectors;

/** The keys as Markdown. */
public record ConfigurationDocument(List<ConfigurationKey> keys) {
    /** The module that every service contains. */
    private static final String SHARED = "chassis";

    /** The whole document. */
    public String text() {
        var text = new StringBuilder("""
            # Configuration

            Every key that Confab itself defines, generated from the sources (`%s`).
            Set a key as an environment variable, as a system property or in `config/application.properties` beside the
            process; the variable's name is the key in upper case with `_` for every other character
            (`confab.topics.partitions` is `CONFAB_TOPICS_PARTITIONS`). Durations are written `500ms`, `30s`, `5m`, `7d`.
            Keys of Quarkus (`quarkus.http.port`, `kafka.bootstrap.servers`, `quarkus.log.level`, …) work as its
            documentation says.

            | key | type | default | meaning | read by |
            | --- | --- | --- | --- | --- |
            """.formatted(WriteConfiguration.COMMAND));
        keys.forEach(key -> text.append(row(key)));
        return text.toString();
    }

    private static String row(ConfigurationKey key) {
        return "| `%s` | %s | %s | %s | %s |%n"
                .formatted(
                        key.name(),
                        key.type(),
                        standards(key),
                        escaped(key.summary()),
                        key.modules().contains(SHARED) ? "all" : String.join(", ", key.modules()));
    }

    private static String standards(ConfigurationKey key) {
        if (key.standards().isEmpty()) {
            return key.required() ? "**must be set**" : "unset";
        }
        return key.standards().stream()
                .map(value -> value.isEmpty() ? "empty" : "`" + value + "`")
                .collect(Collectors.joining(", "));
    }

    private static String escaped(String text) {
        return text.replace("|", "\\|");
    }
}
