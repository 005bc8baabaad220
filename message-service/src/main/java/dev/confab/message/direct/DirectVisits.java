package dev.confab.message.direct;

import dev.confab.message.history.Visit;
import dev.confab.protocol.Conversation;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** How private conversations are read. */
@ApplicationScoped
public class DirectVisits {
    private final OpenConversation openConversation;

    DirectVisits(OpenConversation openConversation) {
        this.openConversation = openConversation;
    }

    /** By one of the two. */
    public Visit of(Username reader, Username other) {
        return new Visit(
                StreamKey.of(Conversation.between(reader, other)),
                reader,
                Uni.createFrom().deferred(() -> openConversation.between(reader, other)));
    }
}
