package dev.confab.message.search;

import dev.confab.protocol.Epoch;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far an index has followed the log; stands in the very commit of Lucene's that holds the messages.
 *
 * @param log which one: the database's number of it may be another log's once the database is made anew
 * @param next the position that each partition is followed from
 */
record IndexProgress(Epoch log, Map<Integer, Long> next) {
    /** Of what is in the documents, and how words are cut. With another one an index is made anew. */
    static final String FORMAT = "1";

    private static final String FORMAT_KEY = "format";
    private static final String LOG_KEY = "log";
    private static final String PARTITION_KEY = "partition.";

    Map<String, String> commitData() {
        Map<String, String> data = new HashMap<>();
        data.put(FORMAT_KEY, FORMAT);
        data.put(LOG_KEY, log.value());
        next.forEach((partition, position) -> data.put(PARTITION_KEY + partition, Long.toString(position)));
        return data;
    }

    /** Absent if it is of another format, or if the index was never whole. */
    static Optional<IndexProgress> of(Map<String, String> data) {
        if (!FORMAT.equals(data.get(FORMAT_KEY))) {
            return Optional.empty();
        }
        Map<Integer, Long> next = new HashMap<>();
        data.forEach((key, value) -> {
            if (key.startsWith(PARTITION_KEY)) {
                next.put(Integer.parseInt(key.substring(PARTITION_KEY.length())), Long.parseLong(value));
            }
        });
        return Optional.ofNullable(data.get(LOG_KEY)).map(log -> new IndexProgress(new Epoch(log), Map.copyOf(next)));
    }

    IndexProgress with(Map<Integer, Long> moved) {
        Map<Integer, Long> all = new HashMap<>(next);
        all.putAll(moved);
        return new IndexProgress(log, Map.copyOf(all));
    }

    /** Whether it may be gone on from: not in another log, and not where the database has fallen behind what was indexed. */
    boolean isOf(Epoch present, Map<Integer, Long> projected) {
        return log.equals(present)
                && next.entrySet().stream().allMatch(one -> one.getValue() <= projected.getOrDefault(one.getKey(), 0L));
    }
}
