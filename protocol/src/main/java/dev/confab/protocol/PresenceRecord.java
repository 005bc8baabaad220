package dev.confab.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What gateways tell one another on {@link Topic#PRESENCE}: losable, healed by heartbeats and snapshots. Rooms are named
 * by their key, users as registered. A user is told once per gateway however many sockets they have there.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PresenceRecord.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = PresenceRecord.Snapshot.class, name = "snapshot"),
    @JsonSubTypes.Type(value = PresenceRecord.Delta.class, name = "delta"),
    @JsonSubTypes.Type(value = PresenceRecord.Typing.class, name = "typing"),
    @JsonSubTypes.Type(value = PresenceRecord.Heartbeat.class, name = "heartbeat"),
    @JsonSubTypes.Type(value = PresenceRecord.Bye.class, name = "bye"),
})
public sealed interface PresenceRecord {
    /** The id that the gateway gave itself when it started; a restarted gateway is another one. */
    String gateway();

    /** A gateway has started and asks the others for their snapshots. */
    record Hello(String gateway) implements PresenceRecord {}

    /** Everybody on that gateway, by room key; replaces all that was known of it. */
    record Snapshot(String gateway, Map<String, List<Username>> rooms) implements PresenceRecord {}

    /** Who came to a room and who went from it, on that gateway. */
    record Delta(String gateway, String room, List<Username> joined, List<Username> left) implements PresenceRecord {}

    /**
     * Somebody is typing.
     *
     * @param room its key; empty where they are typing {@code to} somebody
     */
    record Typing(String gateway, String room, Optional<Username> to, Username user) implements PresenceRecord {}

    /** Still here; a gateway that was not heard of for 10 s is forgotten. */
    record Heartbeat(String gateway) implements PresenceRecord {}

    /** Goes down in order; forget it now. */
    record Bye(String gateway) implements PresenceRecord {}
}
