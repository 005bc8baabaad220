package dev.confab.gateway.command;

import dev.confab.gateway.session.Author;
import dev.confab.protocol.Attachment;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ContentCommand;
import dev.confab.protocol.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Finds by their tickets which files a message brings. Nobody is asked, so files are sent while media-service is away. */
@ApplicationScoped
class OpenAttachments {
    private final SigningKey key;

    OpenAttachments(SigningKey key) {
        this.key = key;
    }

    /** @throws ConfabException {@code invalid} if a ticket is not genuine, has expired or is another's */
    List<Attachment> of(Author author, ContentCommand command) {
        return switch (command) {
            case ContentCommand.Send send -> open(author, send);
            case ContentCommand.Edit _, ContentCommand.Delete _, ContentCommand.React _, ContentCommand.Pin _ ->
                List.of();
        };
    }

    private List<Attachment> open(Author author, ContentCommand.Send send) {
        Instant now = Instant.now();
        return send.attachments().orElse(List.of()).stream()
                .map(ticket -> ticket.open(key, author.user(), now))
                .toList();
    }
}
