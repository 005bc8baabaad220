package dev.confab.message.history;

import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Makes messages whole as their reader gets them. */
@ApplicationScoped
public class BundleReactions {
    private final ReactionStore reactions;

    BundleReactions(ReactionStore reactions) {
        this.reactions = reactions;
    }

    /** A message, in which stream, and how that and its people are called. */
    public record Of(int stream, Naming naming, BundledMessage bundled) {
        private MessagePlace place() {
            return new MessagePlace(stream, bundled.position());
        }
    }

    /** In the same order. */
    public Uni<List<HistoryMessage>> into(List<Of> messages, Username reader) {
        return reactions
                .to(messages.stream().map(Of::place).toList(), reader)
                .map(all -> messages.stream()
                        .map(one -> HistoryMessage.of(
                                one.naming(), one.bundled(), all.getOrDefault(one.place(), List.of())))
                        .toList());
    }

    Uni<List<HistoryMessage>> into(int stream, Naming naming, List<BundledMessage> messages, Username reader) {
        return into(messages.stream().map(one -> new Of(stream, naming, one)).toList(), reader);
    }
}
