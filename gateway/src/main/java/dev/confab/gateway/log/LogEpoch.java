package dev.confab.gateway.log;

import dev.confab.chassis.topics.CreateTopics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;

/** Which log this is: positions of another epoch mean nothing in this one. */
@ApplicationScoped
public class LogEpoch {
    private final CreateTopics topics;

    LogEpoch(CreateTopics topics) {
        this.topics = topics;
    }

    /** Empty until Kafka was reached for the first time; a gateway takes no connections before that. */
    public String current() {
        return topics.epoch().getNow("");
    }

    /** {@link #current} once it is known. */
    public CompletionStage<String> learned() {
        return topics.epoch();
    }

    public boolean isKnown() {
        return topics.epoch().isDone();
    }
}
