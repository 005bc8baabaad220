package dev.confab.message.projection;

import dev.confab.protocol.Emoji;
import dev.confab.protocol.Username;

/** What somebody shows to a message. */
record Reaction(Place message, Emoji emoji, Username user) {}
