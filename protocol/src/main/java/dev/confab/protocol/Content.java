package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What people write, in a room or in a private conversation alike. It counts once: what its author says again with the same
 * id is void. Everybody in the stream gets it. Whether it is void is told by {@link #isVoidByItself} and, in a room, by
 * {@link Fences}.
 */
public sealed interface Content extends RoomEvent, Timeline permits Content.Posted, Relation {

    /** Most people that one message mentions. */
    int MAX_MENTIONS = 50;

    Username from();

    @JsonIgnore
    Destination destination();

    @JsonIgnore
    @Override
    default StreamKey stream() {
        return destination().stream();
    }

    @JsonProperty
    default Optional<RoomName> room() {
        return destination() instanceof Destination.ToRoom(var room) ? Optional.of(room) : Optional.empty();
    }

    @JsonProperty
    default Optional<Conversation> conversation() {
        return destination() instanceof Destination.ToPerson(var conversation, var _)
                ? Optional.of(conversation)
                : Optional.empty();
    }

    @JsonProperty
    default Optional<Username> to() {
        return destination() instanceof Destination.ToPerson(var _, var to) ? Optional.of(to) : Optional.empty();
    }

    /** Void wherever it stands in the log, such as what somebody wrote in a conversation of two others. */
    @JsonIgnore
    default boolean isVoidByItself() {
        return destination() instanceof Destination.ToPerson(var conversation, var to)
                && !conversation.equals(Conversation.between(from(), to));
    }

    /** Whether, in a room, only owners and moderators may do this. */
    @JsonIgnore
    default boolean isForModerators() {
        return false;
    }

    /**
     * Somebody wrote a message.
     *
     * @param replyTo the message that it answers
     * @param thread the root of the thread that it is in: a message that is in no thread itself
     * @param alsoInRoom whether it is shown in the stream beside its thread too
     * @param mentions the people whom the text names, each once, {@value Content#MAX_MENTIONS} at most; readers never parse
     *     the text
     * @param mentionsAll whether it names everybody
     * @param attachments its files, {@value Attachment#MAX_PER_MESSAGE} at most; with them the text may be empty
     */
    @JsonTypeName("message")
    record Posted(
            @JsonIgnore Destination destination,
            MessageId id,
            Username from,
            MessageText text,
            Optional<MessageRef> replyTo,
            Optional<MessageRef> thread,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean alsoInRoom,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Username> mentions,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean mentionsAll,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Attachment> attachments)
            implements Content {
        /** The members that go with a deletion: what was written, whom it named, and its files. */
        private static final List<String> WRITTEN = List.of("text", "mentions", "mentionsAll", "attachments");

        /** Leaves out of the JSON of a message what goes with its deletion, so that a tombstone stays. */
        public static ObjectNode withoutWritten(ObjectNode message) {
            return message.without(WRITTEN);
        }

        public Posted {
            Required.require(destination, "room");
            Required.require(id, "id");
            Required.require(from, "from");
            Required.require(text, "text");
            mentions = mentions == null ? List.of() : List.copyOf(mentions);
            attachments = attachments == null ? List.of() : List.copyOf(attachments);
            if (attachments.isEmpty()) {
                text.requireSome();
            }
        }

        /** A message that is about nothing but itself. */
        public Posted(Destination destination, MessageId id, Username from, MessageText text) {
            this(destination, id, from, text, Optional.empty(), Optional.empty(), false, List.of(), false, List.of());
        }

        /** Such a message, to everybody in a room. */
        public Posted(RoomName room, MessageId id, Username from, MessageText text) {
            this(new Destination.ToRoom(room), id, from, text);
        }

        @JsonCreator
        static Posted of(
                @JsonProperty("room") Optional<RoomName> room,
                @JsonProperty("conversation") Optional<Conversation> conversation,
                @JsonProperty("to") Optional<Username> to,
                @JsonProperty("id") MessageId id,
                @JsonProperty("from") Username from,
                @JsonProperty("text") MessageText text,
                @JsonProperty("replyTo") Optional<MessageRef> replyTo,
                @JsonProperty("thread") Optional<MessageRef> thread,
                @JsonProperty("alsoInRoom") Optional<Boolean> alsoInRoom,
                @JsonProperty("mentions") Optional<List<Username>> mentions,
                @JsonProperty("mentionsAll") Optional<Boolean> mentionsAll,
                @JsonProperty("attachments") Optional<List<Attachment>> attachments) {
            return new Posted(
                    Destination.of(room, conversation, to),
                    id,
                    from,
                    text,
                    replyTo,
                    thread,
                    alsoInRoom.orElse(false),
                    mentions.orElse(List.of()),
                    mentionsAll.orElse(false),
                    attachments.orElse(List.of()));
        }
    }

    /** The author of a message gave it another text. Only a message of their own: of another's it is void by itself. */
    record Edited(
            @JsonIgnore Destination destination,
            MessageId id,
            Username from,
            MessageRef about,
            MessageText text,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Username> mentions,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean mentionsAll)
            implements Relation {
        public Edited {
            Required.require(destination, "room");
            Required.require(id, "id");
            Required.require(from, "from");
            Required.require(about, "about");
            Required.require(text, "text");
            text.requireSome();
            mentions = mentions == null ? List.of() : List.copyOf(mentions);
        }

        @JsonCreator
        static Edited of(
                @JsonProperty("room") Optional<RoomName> room,
                @JsonProperty("conversation") Optional<Conversation> conversation,
                @JsonProperty("to") Optional<Username> to,
                @JsonProperty("id") MessageId id,
                @JsonProperty("from") Username from,
                @JsonProperty("about") MessageRef about,
                @JsonProperty("text") MessageText text,
                @JsonProperty("mentions") Optional<List<Username>> mentions,
                @JsonProperty("mentionsAll") Optional<Boolean> mentionsAll) {
            return new Edited(
                    Destination.of(room, conversation, to),
                    id,
                    from,
                    about,
                    text,
                    mentions.orElse(List.of()),
                    mentionsAll.orElse(false));
        }

        @Override
        public boolean isVoidByItself() {
            return Relation.super.isVoidByItself() || !isOfOnesOwn();
        }
    }

    /** A message is gone: by its author, or in a room by whoever is owner or moderator at this position. */
    record Deleted(
            @JsonIgnore Destination destination, MessageId id, Username from, MessageRef about, Optional<String> reason)
            implements Relation {
        /** Longest reason, in characters. */
        public static final int MAX_REASON_LENGTH = 500;

        public Deleted {
            Required.require(destination, "room");
            Required.require(id, "id");
            Required.require(from, "from");
            Required.require(about, "about");
        }

        @JsonCreator
        static Deleted of(
                @JsonProperty("room") Optional<RoomName> room,
                @JsonProperty("conversation") Optional<Conversation> conversation,
                @JsonProperty("to") Optional<Username> to,
                @JsonProperty("id") MessageId id,
                @JsonProperty("from") Username from,
                @JsonProperty("about") MessageRef about,
                @JsonProperty("reason") Optional<String> reason) {
            return new Deleted(Destination.of(room, conversation, to), id, from, about, reason);
        }

        @Override
        public boolean isVoidByItself() {
            return Relation.super.isVoidByItself() || (room().isEmpty() && !isOfOnesOwn());
        }

        @Override
        public boolean isForModerators() {
            return !isOfOnesOwn();
        }
    }

    /** Somebody's reaction to a message is there, or is there no longer; the same again changes nothing. */
    record Reacted(
            @JsonIgnore Destination destination, MessageId id, Username from, MessageRef about, Emoji emoji, boolean on)
            implements Relation {
        /** Most different ones on one message. */
        public static final int MAX_DIFFERENT = 20;

        public Reacted {
            Required.require(destination, "room");
            Required.require(id, "id");
            Required.require(from, "from");
            Required.require(about, "about");
            Required.require(emoji, "emoji");
        }

        @JsonCreator
        static Reacted of(
                @JsonProperty("room") Optional<RoomName> room,
                @JsonProperty("conversation") Optional<Conversation> conversation,
                @JsonProperty("to") Optional<Username> to,
                @JsonProperty("id") MessageId id,
                @JsonProperty("from") Username from,
                @JsonProperty("about") MessageRef about,
                @JsonProperty("emoji") Emoji emoji,
                @JsonProperty("on") boolean on) {
            return new Reacted(Destination.of(room, conversation, to), id, from, about, emoji, on);
        }
    }

    /** A message is pinned, or is no longer: in a room by owner or moderator, in a conversation by either. */
    record Pinned(@JsonIgnore Destination destination, MessageId id, Username from, MessageRef about, boolean on)
            implements Relation {
        /** Most in one stream. */
        public static final int MAX_PINS = 50;

        public Pinned {
            Required.require(destination, "room");
            Required.require(id, "id");
            Required.require(from, "from");
            Required.require(about, "about");
        }

        @JsonCreator
        static Pinned of(
                @JsonProperty("room") Optional<RoomName> room,
                @JsonProperty("conversation") Optional<Conversation> conversation,
                @JsonProperty("to") Optional<Username> to,
                @JsonProperty("id") MessageId id,
                @JsonProperty("from") Username from,
                @JsonProperty("about") MessageRef about,
                @JsonProperty("on") boolean on) {
            return new Pinned(Destination.of(room, conversation, to), id, from, about, on);
        }

        @Override
        public boolean isForModerators() {
            return true;
        }
    }
}
