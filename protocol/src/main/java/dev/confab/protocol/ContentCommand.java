package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * A command that has something written in a stream: each kind asks for one kind of {@link Content}. The same command with the
 * same {@code id} again is the same content, and gets the same answer.
 */
public sealed interface ContentCommand extends ClientCommand.Addressed {

    /** Of what is written, made by its author: unique among all that they write in the stream. */
    MessageId id();

    /**
     * What is to be written.
     *
     * @param mentions whom the text names, where there is a text
     * @param files those whose tickets it has
     */
    Content content(Destination destination, Username from, Mentions mentions, List<Attachment> files);

    /** A command about a message of the stream. */
    sealed interface AboutMessage extends ContentCommand {
        MessageRef about();
    }

    /**
     * Write to everybody in a joined room, or to one person.
     *
     * @param replyTo the message that it answers
     * @param thread the root of the thread that it goes to
     * @param alsoInRoom whether what goes to a thread is shown in the stream as well
     * @param attachments files to send with it, {@value Attachment#MAX_PER_MESSAGE} at most; with them there need be no text
     */
    record Send(
            Optional<String> ref,
            @JsonIgnore Target target,
            MessageId id,
            MessageText text,
            Optional<MessageRef> replyTo,
            Optional<MessageRef> thread,
            Optional<Boolean> alsoInRoom,
            Optional<List<AttachmentTicket>> attachments)
            implements ContentCommand {
        public Send {
            ClientCommand.requireRef(ref);
            Required.require(id, "id");
            if (AttachmentTicket.requireFew(attachments).isEmpty()) {
                Required.require(text, "text");
                text.requireVisible();
            } else if (text == null || !text.isVisible()) {
                text = MessageText.NONE;
            }
            if (thread.isEmpty() && alsoInRoom.orElse(false)) {
                throw new ConfabException(
                        ErrorCode.INVALID, "Only what goes to a thread is also shown in the room.", "alsoInRoom");
            }
        }

        /** A message that is about nothing but itself. */
        public Send(Optional<String> ref, Target target, MessageId id, MessageText text) {
            this(ref, target, id, text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        @JsonCreator
        static Send of(
                @JsonProperty("ref") Optional<String> ref,
                @JsonProperty("room") Optional<RoomName> room,
                @JsonProperty("to") Optional<Username> to,
                @JsonProperty("id") MessageId id,
                @JsonProperty("text") MessageText text,
                @JsonProperty("replyTo") Optional<MessageRef> replyTo,
                @JsonProperty("thread") Optional<MessageRef> thread,
                @JsonProperty("alsoInRoom") Optional<Boolean> alsoInRoom,
                @JsonProperty("attachments") Optional<List<AttachmentTicket>> attachments) {
            return new Send(ref, Target.of(room, to), id, text, replyTo, thread, alsoInRoom, attachments);
        }

        @Override
        public Content content(Destination destination, Username from, Mentions mentions, List<Attachment> files) {
            return new Content.Posted(
                    destination,
                    id,
                    from,
                    text,
                    replyTo,
                    thread,
                    alsoInRoom.orElse(false),
                    mentions.people(),
                    mentions.everybody(),
                    files);
        }
    }

    /** Give a message of one's own another text. */
    record Edit(Optional<String> ref, @JsonIgnore Target target, MessageId id, MessageRef about, MessageText text)
            implements AboutMessage {
        public Edit {
            requireAbout(ref, id, about);
            Required.require(text, "text");
            text.requireVisible();
        }

        @JsonCreator
        static Edit of(
                @JsonProperty("ref") Optional<String> ref,
                @JsonProperty("room") Optional<RoomName> room,
                @JsonProperty("to") Optional<Username> to,
                @JsonProperty("id") MessageId id,
                @JsonProperty("about") MessageRef about,
                @JsonProperty("text") MessageText text) {
            return new Edit(ref, Target.of(room, to), id, about, text);
        }

        @Override
        public Content content(Destination destination, Username from, Mentions mentions, List<Attachment> files) {
            return new Content.Edited(destination, id, from, about, text, mentions.people(), mentions.everybody());
        }
    }

    /** Have a message gone: one of one's own, or in a room any, by its owner and moderators. */
    record Delete(
            Optional<String> ref, @JsonIgnore Target target, MessageId id, MessageRef about, Optional<String> reason)
            implements AboutMessage {
        public Delete {
            requireAbout(ref, id, about);
            reason = reason.map(String::strip).filter(text -> !text.isEmpty());
            reason.ifPresent(text -> Limits.require(text, "reason", Content.Deleted.MAX_REASON_LENGTH));
        }

        @JsonCreator
        static Delete of(
                @JsonProperty("ref") Optional<String> ref,
                @JsonProperty("room") Optional<RoomName> room,
                @JsonProperty("to") Optional<Username> to,
                @JsonProperty("id") MessageId id,
                @JsonProperty("about") MessageRef about,
                @JsonProperty("reason") Optional<String> reason) {
            return new Delete(ref, Target.of(room, to), id, about, reason);
        }

        @Override
        public Content content(Destination destination, Username from, Mentions mentions, List<Attachment> files) {
            return new Content.Deleted(destination, id, from, about, reason);
        }
    }

    /** Show a reaction to a message, or show it no longer. */
    record React(
            Optional<String> ref, @JsonIgnore Target target, MessageId id, MessageRef about, Emoji emoji, boolean on)
            implements AboutMessage {
        public React {
            requireAbout(ref, id, about);
            Required.require(emoji, "emoji");
        }

        @JsonCreator
        static React of(
                @JsonProperty("ref") Optional<String> ref,
                @JsonProperty("room") Optional<RoomName> room,
                @JsonProperty("to") Optional<Username> to,
                @JsonProperty("id") MessageId id,
                @JsonProperty("about") MessageRef about,
                @JsonProperty("emoji") Emoji emoji,
                @JsonProperty("on") Optional<Boolean> on) {
            return new React(ref, Target.of(room, to), id, about, emoji, on.orElseThrow(() -> Required.missing("on")));
        }

        @Override
        public Content content(Destination destination, Username from, Mentions mentions, List<Attachment> files) {
            return new Content.Reacted(destination, id, from, about, emoji, on);
        }
    }

    /** Pin a message, or no longer: in a room by its owner and moderators, in a conversation by either. */
    record Pin(Optional<String> ref, @JsonIgnore Target target, MessageId id, MessageRef about, boolean on)
            implements AboutMessage {
        public Pin {
            requireAbout(ref, id, about);
        }

        @JsonCreator
        static Pin of(
                @JsonProperty("ref") Optional<String> ref,
                @JsonProperty("room") Optional<RoomName> room,
                @JsonProperty("to") Optional<Username> to,
                @JsonProperty("id") MessageId id,
                @JsonProperty("about") MessageRef about,
                @JsonProperty("on") Optional<Boolean> on) {
            return new Pin(ref, Target.of(room, to), id, about, on.orElseThrow(() -> Required.missing("on")));
        }

        @Override
        public Content content(Destination destination, Username from, Mentions mentions, List<Attachment> files) {
            return new Content.Pinned(destination, id, from, about, on);
        }
    }

    private static void requireAbout(Optional<String> ref, MessageId id, MessageRef about) {
        ClientCommand.requireRef(ref);
        Required.require(id, "id");
        Required.require(about, "about");
    }
}
