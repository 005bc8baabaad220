package dev.confab.message.projection;

import dev.confab.protocol.Content;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;

/** By which content is known to be the same one, and by which other content names it. */
record Authored(StreamKey stream, Username from, MessageId id) {

    static Authored of(Content content) {
        return new Authored(content.stream(), content.from(), content.id());
    }

    static Authored of(StreamKey stream, MessageRef ref) {
        return new Authored(stream, ref.author(), ref.id());
    }
}
