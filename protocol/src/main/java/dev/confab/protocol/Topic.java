package dev.confab.protocol;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The topics of the log and what they need of Kafka. {@code docs/asyncapi.yaml} describes their records. */
public enum Topic {
    /** {@link RoomEvent}s by {@link StreamKey}; partitions and retention are configured. Time is the broker's. */
    ROOMS("confab.rooms", Cleanup.DELETE, Duration.ofDays(7)),
    /** {@link RoomState}s by room key. */
    ROOM_STATE("confab.room-state", Cleanup.COMPACT, null),
    /** {@link Account}s by username key. */
    ACCOUNTS("confab.accounts", Cleanup.COMPACT, null),
    /** {@link SessionEnded} by username key; kept longer than an access token lives. */
    SESSIONS("confab.sessions", Cleanup.DELETE, Duration.ofHours(6)),
    /** {@link ReadPosition}s by user and stream. */
    READS("confab.reads", Cleanup.COMPACT, null),
    /** {@link Progress} by the number of the partition of {@link #ROOMS}. */
    PROGRESS("confab.progress", Cleanup.COMPACT, null),
    /** {@link PresenceRecord}s by gateway. */
    PRESENCE("confab.presence", Cleanup.DELETE, Duration.ofMinutes(10));

    /** How Kafka forgets. */
    public enum Cleanup {
        DELETE,
        COMPACT
    }

    private final String topicName;
    private final Cleanup cleanup;
    private final Optional<Duration> retention;

    Topic(String topicName, Cleanup cleanup, @Nullable Duration retention) {
        this.topicName = topicName;
        this.cleanup = cleanup;
        this.retention = Optional.ofNullable(retention);
    }

    public String topicName() {
        return topicName;
    }

    public Cleanup cleanup() {
        return cleanup;
    }

    /** By default; absent for compacted topics, which keep the last value of each key. */
    public Optional<Duration> retention() {
        return retention;
    }
}
