package dev.confab.message.projection;

import dev.confab.protocol.Fences;
import dev.confab.protocol.StreamKey;
import java.util.Map;
import java.util.Set;

/**
 * What was projected before a run, as far as it decides about the run.
 *
 * @param fences of the rooms that have any
 * @param gone rooms that were deleted and not created again
 */
record Known(Map<StreamKey, Fences> fences, Set<StreamKey> gone, KnownContent content) {}
