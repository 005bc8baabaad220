package dev.confab.chassis.topics;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows whether a reader is up to date. Nobody tells a process that it was paused, or that it was cut off: it goes on as
 * if nothing had happened, with what it knew then. So the reader asks Kafka again and again how far the topic reaches, and
 * only an answer that is young counts. Written to by the reader's thread, asked by everybody.
 */
final class Lookout {
    static final Duration EVERY = Duration.ofMillis(500);
    /** The process was not paused if it has asked within this time, be it in vain. */
    static final Duration AWAKE = Duration.ofSeconds(3);
    /** What Kafka may take to choose another leader. Nothing can be appended to the topic in that time. */
    static final Duration CUT_OFF = Duration.ofSeconds(15);

    private final LongSupplier clock;
    private Map<TopicPartition, Long> ends = Map.of();
    private long askedAt;
    private boolean waiting;
    private volatile long lookedAt;
    private volatile long knownUpTo;
    private volatile CompletableFuture<Void> nextLook = new CompletableFuture<>();

    /** @param clock of nanoseconds, that goes on while the process is paused */
    Lookout(LongSupplier clock) {
        this.clock = clock;
        long longAgo = clock.getAsLong() - Duration.ofDays(1).toNanos();
        askedAt = longAgo;
        lookedAt = longAgo;
        knownUpTo = longAgo;
    }

    /** Whether it is time to ask Kafka. */
    boolean isDue() {
        return !waiting && !isWithin(EVERY, askedAt);
    }

    void onAsking() {
        askedAt = clock.getAsLong();
    }

    /** Kafka answered: when everything before these has been handled, everything is known that was there on asking. */
    void onAnswer(Map<TopicPartition, Long> answer) {
        ends = answer;
        waiting = true;
    }

    void onNoAnswer() {
        looked();
    }

    /** @param positions of the next record to be handled */
    void onHandled(ToLongFunction<TopicPartition> positions) {
        if (waiting
                && ends.entrySet().stream().allMatch(end -> positions.applyAsLong(end.getKey()) >= end.getValue())) {
            waiting = false;
            knownUpTo = askedAt;
            looked();
        }
    }

    /** What was asked before a pause says nothing about what happened in it. */
    private void looked() {
        lookedAt = askedAt;
        if (isWithin(AWAKE, askedAt)) {
            CompletableFuture<Void> awaited = nextLook;
            nextLook = new CompletableFuture<>();
            awaited.complete(null);
        }
    }

    boolean isCurrent() {
        return isWithin(AWAKE, lookedAt) && isWithin(CUT_OFF, knownUpTo);
    }

    CompletionStage<Void> settled() {
        CompletableFuture<Void> next = nextLook;
        return isWithin(AWAKE, lookedAt) ? CompletableFuture.completedFuture(null) : next.minimalCompletionStage();
    }

    private boolean isWithin(Duration span, long time) {
        return clock.getAsLong() - time < span.toNanos();
    }
}
