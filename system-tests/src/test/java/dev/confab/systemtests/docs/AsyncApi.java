package dev.confab.systemtests.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/** {@code docs/asyncapi.yaml}. */
record AsyncApi(JsonNode document) {

    static AsyncApi read() {
        try {
            return new AsyncApi(
                    new YAMLMapper().readTree(Path.of("../docs/asyncapi.yaml").toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode schema(String name) {
        return document.at("/components/schemas").path(name);
    }

    Set<String> schemaNames() {
        return names(document.at("/components/schemas"));
    }

    JsonNode channel(String address) {
        return document.path("channels")
                .valueStream()
                .filter(channel -> channel.path("address").asText().equals(address))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no channel " + address));
    }

    Set<String> messagesOf(String address) {
        return names(channel(address).path("messages"));
    }

    /** Whether the address of another part, such as {@code #/components/schemas/Role}, leads to one. */
    boolean has(String reference) {
        return !document.at(reference.substring(1)).isMissingNode();
    }

    static Set<String> names(JsonNode object) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
