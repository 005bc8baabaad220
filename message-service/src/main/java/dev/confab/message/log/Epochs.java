package dev.confab.message.log;

import dev.confab.chassis.topics.CreateTopics;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Epoch;
import dev.confab.protocol.Ticket;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;

/** Which of all the logs is the present one. */
@ApplicationScoped
public class Epochs {
    private final EpochStore store;
    private final CompletableFuture<String> topicId;
    private volatile int known;

    Epochs(EpochStore store, CreateTopics topics) {
        this.store = store;
        this.topicId = topics.epoch();
    }

    /** The number of the present log; before Kafka was ever reached, of the newest one that is known. */
    public Uni<Integer> current() {
        if (known > 0) {
            return Uni.createFrom().item(known);
        }
        if (topicId.isDone()) {
            return store.number(topicId.join()).invoke(number -> known = number);
        }
        return store.newest().map(newest -> newest.orElseThrow(() -> ConfabException.unavailable("The log")));
    }

    /** The present log, as everybody else calls it. Fails as unavailable while it is not certain. */
    public Epoch present() {
        if (!topicId.isDone()) {
            throw ConfabException.unavailable("The log");
        }
        return new Epoch(topicId.join());
    }

    /** Whether the ticket is of the present log, as far as that is known. */
    public boolean isPresent(Ticket ticket) {
        return !topicId.isDone() || ticket.isOf(present());
    }

    /** Whether the log has been seen, so that {@link #current()} is certain. */
    public boolean isCertain() {
        return topicId.isDone();
    }
}
