package dev.confab.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What a service says of itself at {@code /q/metrics}, in Prometheus' text. */
public final class Metrics {
    private final String text;

    Metrics(String text) {
        this.text = text;
    }

    /** @param management address of the service's own telling of itself */
    public static Metrics of(String management) {
        try (var in = URI.create(management + "/q/metrics").toURL().openStream()) {
            return new Metrics(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sum of all series of that name whose labels hold the word. */
    public double sum(String name, String word) {
        return text.lines()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> line.contains(word))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Bytes allocated so far: what collections have counted, and what is in the eden since the last one. */
    public double allocatedBytes() {
        return sum("jvm_gc_memory_allocated_bytes_total", "") + sum("jvm_memory_used_bytes", "Eden Space");
    }
}
