package dev.confab.message.projection;

import dev.confab.protocol.Fences;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import java.util.Map;
import java.util.Set;

/**
 * What was projected before a run, as far as it decides about the run.
 *
 * @param fences of the rooms that have any
 * @param gone rooms that were deleted and not created again
 * @param ids of messages in the run that are repeated from before
 */
record Known(Map<StreamKey, Fences> fences, Set<StreamKey> gone, Set<Authored> ids) {

    /** By which a message is known to be the same one. */
    record Authored(StreamKey stream, Username from, MessageId id) {}
}
