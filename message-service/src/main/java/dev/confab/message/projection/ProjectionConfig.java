package dev.confab.message.projection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How confab.rooms is projected into MySQL. */
@ConfigMapping(prefix = "confab.projection")
public interface ProjectionConfig {
    /** Consumer group: the replicas of the service share the partitions. */
    @WithDefault("message-service")
    String group();

    /**
     * Name of this replica within the group, another one for each. With it a replica that died has its partitions back as
     * soon as it runs again; without it only after the session timeout.
     */
    Optional<String> instance();

    /** After so long without a sign of life another replica takes over. Kafka refuses less than 6 s. */
    @WithDefault("6s")
    Duration sessionTimeout();

    /** How long events are left to gather, so that they are projected in fewer transactions. */
    @WithDefault("100ms")
    Duration gather();

    /** Most events in one transaction. */
    @WithDefault("1000")
    int runEvents();

    /** Most bytes of events in one transaction; well below the database's max_allowed_packet. */
    @WithDefault("512000")
    int runBytes();

    /** How long one transaction may take. */
    @WithDefault("10s")
    Duration transactionTimeout();

    /** First pause after the database failed; doubles up to retry-max. */
    @WithDefault("100ms")
    Duration retryMin();

    /** Longest pause while the database fails. */
    @WithDefault("5s")
    Duration retryMax();

    /** How often gateways are told how far each partition is projected, at most and only if it has moved. */
    @WithDefault("500ms")
    Duration progressInterval();

    /** How long a request waits for the projection to catch up with the log. */
    @WithDefault("2s")
    Duration patience();

    /** How many requests may wait for the projection at the same time. */
    @WithDefault("1000")
    int waiting();
}
