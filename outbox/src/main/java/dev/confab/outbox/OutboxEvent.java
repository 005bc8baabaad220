package dev.confab.outbox;

import dev.confab.protocol.Account;
import dev.confab.protocol.Json;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.SessionEnded;
import dev.confab.protocol.Topic;

/**
 * An event on its way to Kafka.
 *
 * @param key of the record
 * @param value of the record, JSON
 */
public record OutboxEvent(Topic topic, String key, String value) {

    public static OutboxEvent of(RoomEvent event) {
        return new OutboxEvent(Topic.ROOMS, event.stream().value(), Json.text(event));
    }

    public static OutboxEvent of(Account account) {
        return new OutboxEvent(Topic.ACCOUNTS, account.user().key(), Json.text(account));
    }

    public static OutboxEvent of(SessionEnded ended) {
        return new OutboxEvent(Topic.SESSIONS, ended.user().key(), Json.text(ended));
    }
}
