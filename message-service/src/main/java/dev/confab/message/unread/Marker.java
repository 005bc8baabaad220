package dev.confab.message.unread;

import dev.confab.message.log.LogPosition;

/** How far somebody has read in a stream. */
public record Marker(int stream, LogPosition read) {}
