package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonIgnore;

/** Content that is about a message of its stream. One about a message that does not stand there, or was deleted, is void. */
public sealed interface Relation extends Content
        permits Content.Edited, Content.Deleted, Content.Reacted, Content.Pinned {

    MessageRef about();

    /** Whether whoever wrote this wrote the message as well. */
    @JsonIgnore
    default boolean isOfOnesOwn() {
        return about().author().equals(from());
    }
}
