package dev.confab.message.history;

import dev.confab.message.log.LogPosition;

/** Where a message stands. */
public record MessagePlace(int stream, LogPosition position) {}
