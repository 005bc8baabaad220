package dev.confab.outbox;

import dev.confab.protocol.Position;

/** An event that Kafka has acknowledged, and where it stands. */
public record Relayed(OutboxEvent event, Position position) {}
