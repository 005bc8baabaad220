package dev.confab.gateway.rest;

import dev.confab.gateway.rest.Bodies.Kept;
import dev.confab.gateway.rest.Bodies.NewMessage;
import dev.confab.gateway.rest.Bodies.NewText;
import dev.confab.gateway.rest.Bodies.SentMessage;
import dev.confab.protocol.ContentCommand;
import dev.confab.protocol.Emoji;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Target;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From requests about a stream and its messages to commands, for rooms and conversations alike. */
@ApplicationScoped
class MessageEndpoints {
    private final WriteByRest writeByRest;

    MessageEndpoints(WriteByRest writeByRest) {
        this.writeByRest = writeByRest;
    }

    Uni<SentMessage> send(Target target, Optional<String> ticket, @Nullable NewMessage body) {
        ContentCommand.Send send = NewMessage.send(target, body);
        return writeByRest.writeOnce(ticket, send).map(sent -> new SentMessage(send.id(), sent.position(), sent.at()));
    }

    Uni<Kept> edit(Target target, Optional<String> ticket, MessageRef about, @Nullable NewText body) {
        return writeByRest.writeOnce(ticket, NewText.edit(target, about, body)).map(Kept::of);
    }

    Uni<Kept> delete(Target target, Optional<String> ticket, MessageRef about, Optional<String> reason) {
        return writeByRest
                .write(ticket, new ContentCommand.Delete(Optional.empty(), target, MessageId.next(), about, reason))
                .map(Kept::of);
    }

    Uni<Void> react(Target target, Optional<String> ticket, MessageRef about, Emoji emoji, boolean on) {
        return writeByRest
                .write(ticket, new ContentCommand.React(Optional.empty(), target, MessageId.next(), about, emoji, on))
                .replaceWithVoid();
    }

    Uni<Void> pin(Target target, Optional<String> ticket, MessageRef about, boolean on) {
        return writeByRest
                .write(ticket, new ContentCommand.Pin(Optional.empty(), target, MessageId.next(), about, on))
                .replaceWithVoid();
    }
}
