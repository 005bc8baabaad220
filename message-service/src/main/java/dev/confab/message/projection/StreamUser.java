package dev.confab.message.projection;

import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;

/** A user within a stream. */
record StreamUser(StreamKey stream, Username user) {}
