package dev.confab.systemtests.docs;

import java.util.List;
import java.util.Optional;

/**
 * One key of one feature's configuration.
 *
 * @param modules that read it
 * @param name such as {@code confab.topics.partitions}
 * @param type in words of the document
 * @param standard the default, absent if the key has to be set or may stay unset
 * @param required whether nothing starts without it
 * @param summary first sentence of its javadoc
 */
record ConfigurationKey(
        List<String> modules, String name, String type, Optional<String> standard, boolean required, String summary) {

    /** Whether both say the same of the same key, for different modules. */
    boolean sameAs(ConfigurationKey other) {
        return name.equals(other.name) && type.equals(other.type) && standard.equals(other.standard);
    }
}
