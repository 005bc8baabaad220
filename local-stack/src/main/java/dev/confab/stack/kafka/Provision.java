package dev.confab.stack.kafka;

import java.util.List;
import java.util.Map;

/**
 * What an operator of a cluster puts into Kafka before the services come.
 *
 * @param accounts what each may do, by its name; nobody but they and the owner may do anything then
 */
public record Provision(Map<String, List<Right>> accounts, List<NewTopic> topics) {
    /** Kafka is the owner's alone, who may do everything. */
    public static final Provision NONE = new Provision(Map.of(), List.of());

    /**
     * One thing that an account may do.
     *
     * @param resource {@code topic}, {@code group}, {@code cluster} or {@code transactionalId}
     * @param pattern {@code literal} or {@code prefix}
     * @param operation such as {@code Read}
     */
    public record Right(String resource, String name, String pattern, String operation) {}

    /** A topic, with a copy on each broker. */
    public record NewTopic(String name, int partitions, Map<String, String> settings) {}

    public boolean isNone() {
        return accounts.isEmpty();
    }
}
