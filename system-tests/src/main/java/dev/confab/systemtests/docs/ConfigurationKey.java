package dev.confab.systemtests.docs;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One key of the configuration.
 *
 * @param modules that read it
 * @param name such as {@code confab.topics.partitions}
 * @param type in words of the document
 * @param standards its defaults, several where modules differ; none if the key has to be set or may stay unset
 * @param required whether nothing starts without it
 * @param summary first sentence of its javadoc
 */
public record ConfigurationKey(
        SortedSet<String> modules,
        String name,
        String type,
        SortedSet<String> standards,
        boolean required,
        String summary) {

    /** The same key as two modules know it. */
    ConfigurationKey and(ConfigurationKey other) {
        if (!type.equals(other.type) || !standards.equals(other.standards)) {
            throw new IllegalStateException(
                    "%s is not the same in %s and in %s".formatted(name, modules, other.modules));
        }
        return new ConfigurationKey(union(modules, other.modules), name, type, standards, required, summary);
    }

    /** The same key, for which a module's properties say a default. */
    ConfigurationKey withStandard(String module, String value) {
        return new ConfigurationKey(
                union(modules, List.of(module)), name, type, union(standards, List.of(value)), required, summary);
    }

    /** The same key, which a module's properties refer to. */
    ConfigurationKey readBy(String module) {
        return new ConfigurationKey(union(modules, List.of(module)), name, type, standards, required, summary);
    }

    private static SortedSet<String> union(Collection<String> one, Collection<String> other) {
        var all = new TreeSet<>(one);
        all.addAll(other);
        return all;
    }
}
