package dev.confab.message.testing;

import dev.confab.protocol.Attachment;
import dev.confab.protocol.Content;
import dev.confab.protocol.Destination;
import dev.confab.protocol.Emoji;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Username;
import java.util.List;
import java.util.Optional;

/** Makes what somebody says in a stream of a test. */
public record Speaker(Where where, String test, Username user) {

    public static Speaker ada(Where where, String test) {
        return new Speaker(where, test, Where.ada(test));
    }

    public static Speaker bob(Where where, String test) {
        return new Speaker(where, test, Where.bob(test));
    }

    private Destination destination() {
        return where.by(user, test);
    }

    public MessageRef ref(MessageId id) {
        return new MessageRef(user, id);
    }

    public Content.Posted says(String text) {
        return says(MessageId.next(), text);
    }

    public Content.Posted says(MessageId id, String text) {
        return new Content.Posted(destination(), id, user, new MessageText(text));
    }

    public Content.Posted replies(MessageRef to, String text, Username... mentions) {
        return new Content.Posted(
                destination(),
                MessageId.next(),
                user,
                new MessageText(text),
                Optional.of(to),
                Optional.empty(),
                false,
                List.of(mentions),
                false,
                List.of());
    }

    public Content.Posted answers(MessageRef root, String text) {
        return new Content.Posted(
                destination(),
                MessageId.next(),
                user,
                new MessageText(text),
                Optional.empty(),
                Optional.of(root),
                false,
                List.of(),
                false,
                List.of());
    }

    /** A message that is nothing but a file. */
    public Content.Posted shares(Attachment file) {
        return new Content.Posted(
                destination(),
                MessageId.next(),
                user,
                MessageText.NONE,
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                false,
                List.of(file));
    }

    public Content.Edited edits(MessageRef about, String text) {
        return edits(about, MessageId.next(), text);
    }

    public Content.Edited edits(MessageRef about, MessageId id, String text) {
        return new Content.Edited(destination(), id, user, about, new MessageText(text), List.of(), false);
    }

    public Content.Deleted deletes(MessageRef about) {
        return deletes(about, MessageId.next());
    }

    public Content.Deleted deletes(MessageRef about, MessageId id) {
        return new Content.Deleted(destination(), id, user, about, Optional.empty());
    }

    public Content.Reacted reacts(MessageRef about, String emoji, boolean on) {
        return new Content.Reacted(destination(), MessageId.next(), user, about, new Emoji(emoji), on);
    }

    public Content.Pinned pins(MessageRef about, boolean on) {
        return new Content.Pinned(destination(), MessageId.next(), user, about, on);
    }
}
