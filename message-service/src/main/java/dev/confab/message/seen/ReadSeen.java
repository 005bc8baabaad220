package dev.confab.message.seen;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.confab.message.history.ReadMessage;
import dev.confab.message.history.StoredMessage;
import dev.confab.message.history.Visit;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells who has read a message. */
@ApplicationScoped
public class ReadSeen {
    /** Of more members than this only how many have read is told. */
    static final int MOST_NAMED = 100;

    /** More are not counted. */
    static final int MOST_COUNTED = 1_000;

    private final ReadMessage messages;
    private final SeenStore store;

    ReadSeen(ReadMessage messages, SeenStore store) {
        this.messages = messages;
        this.store = store;
    }

    /**
     * Members who have read up to the message, but for its author and those who do not want to be seen.
     *
     * @param count {@value #MOST_COUNTED} at most
     * @param people all of them, by name; absent where there are more than {@value #MOST_NAMED} members
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Seen(int count, Optional<List<Username>> people) {}

    /** Fails as not found. */
    Uni<Seen> read(Visit visit, MessageRef ref) {
        return messages.find(visit, ref)
                .chain(found -> store.hasAtMost(MOST_NAMED, found.stream(), visit.key())
                        .chain(few -> reached(visit, found).map(people -> seen(people, few))));
    }

    private Uni<List<Username>> reached(Visit visit, ReadMessage.InStream found) {
        StoredMessage message = found.message().message();
        return store.reached(found.stream(), visit.key(), message.position(), message.from(), MOST_COUNTED);
    }

    private static Seen seen(List<Username> people, boolean few) {
        return new Seen(
                people.size(),
                few
                        ? Optional.of(people.stream()
                                .sorted(Comparator.comparing(Username::key))
                                .toList())
                        : Optional.empty());
    }
}
