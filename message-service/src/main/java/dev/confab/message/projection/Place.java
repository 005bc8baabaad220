package dev.confab.message.projection;

import dev.confab.message.log.LogPosition;
import dev.confab.protocol.StreamKey;

/** Where something stands, in which stream: there is only one thing there. */
record Place(StreamKey stream, LogPosition position) {}
