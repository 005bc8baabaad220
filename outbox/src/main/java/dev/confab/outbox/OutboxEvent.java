package dev.confab.outbox;

import dev.confab.protocol.Account;
import dev.confab.protocol.Json;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.SessionEnded;
import dev.confab.protocol.Topic;
import java.util.Optional;

/**
 * An event on its way to Kafka.
 *
 * @param key of the record
 * @param value of the record, JSON; absent to say on a compacted topic that the key is gone
 */
public record OutboxEvent(Topic topic, String key, Optional<String> value) {

    public static OutboxEvent of(RoomEvent event) {
        return new OutboxEvent(Topic.ROOMS, event.stream().value(), Optional.of(Json.text(event)));
    }

    public static OutboxEvent of(Account account) {
        return new OutboxEvent(Topic.ACCOUNTS, account.user().key(), Optional.of(Json.text(account)));
    }

    public static OutboxEvent of(SessionEnded ended) {
        return new OutboxEvent(Topic.SESSIONS, ended.user().key(), Optional.of(Json.text(ended)));
    }

    public static OutboxEvent of(RoomState state) {
        return new OutboxEvent(Topic.ROOM_STATE, state.room().key(), Optional.of(Json.text(state)));
    }

    /** There is no such room any more. */
    public static OutboxEvent gone(RoomName room) {
        return new OutboxEvent(Topic.ROOM_STATE, room.key(), Optional.empty());
    }
}
