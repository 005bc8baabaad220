package dev.confab.gateway.log;

import dev.confab.chassis.topics.CreateTopics;
import dev.confab.protocol.Epoch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;

/** Which log this is: positions of another epoch mean nothing in this one. */
@ApplicationScoped
public class LogEpoch {
    private static final String UNKNOWN = "unknown";

    private final CreateTopics topics;

    LogEpoch(CreateTopics topics) {
        this.topics = topics;
    }

    /** One that is no log's until Kafka was reached for the first time; a gateway takes no connections before that. */
    public Epoch current() {
        return new Epoch(topics.epoch().getNow(UNKNOWN));
    }

    /** {@link #current} once it is known. */
    public CompletionStage<Epoch> learned() {
        return topics.epoch().thenApply(Epoch::new);
    }

    public boolean isKnown() {
        return topics.epoch().isDone();
    }
}
