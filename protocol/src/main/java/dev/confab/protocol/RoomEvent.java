package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * One record of a stream: of a room's log, or of a private conversation's. Its JSON is the value of the Kafka record and,
 * with {@code position} and {@code at} put in front by a gateway, the very frame that browsers get. Its position and its
 * time are Kafka's and so not in here; with them it is a {@link LoggedEvent}.
 *
 * <p>{@link Content} is what people write, {@link Decision} what room-service decides. Each is sealed: whoever switches over
 * one of them is told by the compiler of a kind that it does not think of.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    // what was written before conversations were streams like rooms; read, never written
    @JsonSubTypes.Type(value = Content.Posted.class, name = "direct"),
    @JsonSubTypes.Type(value = Content.Posted.class, name = "message"),
    @JsonSubTypes.Type(value = Content.Edited.class, name = "edited"),
    @JsonSubTypes.Type(value = Content.Deleted.class, name = "deleted"),
    @JsonSubTypes.Type(value = Content.Reacted.class, name = "reacted"),
    @JsonSubTypes.Type(value = Content.Pinned.class, name = "pinned"),
    @JsonSubTypes.Type(value = Decision.Kicked.class, name = "kicked"),
    @JsonSubTypes.Type(value = Decision.Banned.class, name = "banned"),
    @JsonSubTypes.Type(value = Decision.Unbanned.class, name = "unbanned"),
    @JsonSubTypes.Type(value = Decision.Joined.class, name = "joined"),
    @JsonSubTypes.Type(value = Decision.Left.class, name = "left"),
    @JsonSubTypes.Type(value = Decision.RoleChanged.class, name = "role"),
    @JsonSubTypes.Type(value = Decision.RoomChanged.class, name = "room"),
})
public sealed interface RoomEvent permits Content, Decision {

    /** Unique within the stream for one author; content whose id its author has used before is void. */
    MessageId id();

    /** The stream the event belongs to: the key of its record. */
    StreamKey stream();
}
