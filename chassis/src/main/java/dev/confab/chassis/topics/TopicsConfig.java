package dev.confab.chassis.topics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How missing topics are created. Has no effect on topics that exist. */
@ConfigMapping(prefix = "confab.topics")
public interface TopicsConfig {
    /** Whether missing topics are created; `false` where somebody else makes them and this account may not. */
    @WithDefault("true")
    boolean create();

    /** Partitions of confab.rooms. Fixed once created: rooms are spread over them by key. */
    @WithDefault("12")
    int partitions();

    /** Replicas of every partition; 3 in production. */
    @WithDefault("1")
    short replication();

    /** How many replicas must have a record before it counts as kept; 2 in production. */
    @WithDefault("1")
    int minInsyncReplicas();

    /** How long confab.rooms keeps events: the longest outage of the database that nothing is lost in. */
    @WithDefault("7d")
    Duration roomsRetention();

    /** Forces every record of confab.rooms to disk before it counts as kept. */
    @WithDefault("false")
    boolean flushEveryRecord();
}
