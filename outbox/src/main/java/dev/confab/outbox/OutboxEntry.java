package dev.confab.outbox;

import dev.confab.protocol.Topic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row of the outbox. */
@Entity
@Table(name = "outbox")
class OutboxEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Enumerated(EnumType.STRING)
    @Column(name = "topic", nullable = false)
    Topic topic;

    @Column(name = "record_key", nullable = false)
    String key;

    @Column(name = "record_value")
    @Nullable
    String value;

    OutboxEntry() {}

    OutboxEntry(OutboxEvent event) {
        topic = event.topic();
        key = event.key();
        value = event.value().orElse(null);
    }

    OutboxEvent event() {
        return new OutboxEvent(topic, key, Optional.ofNullable(value));
    }
}
