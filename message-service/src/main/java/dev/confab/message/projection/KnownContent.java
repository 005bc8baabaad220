package dev.confab.message.projection;

import dev.confab.protocol.Emoji;
import dev.confab.protocol.StreamKey;
import java.util.Map;
import java.util.Set;

/**
 * What was said before a run, as far as it decides about the run.
 *
 * @param ids of content in the run that are repeated from before
 * @param messages that something in the run is about
 * @param emojis of the messages to which somebody reacts in the run, with how many show each
 * @param shown reactions of the run that are there already
 * @param pins of the streams in which something is pinned
 */
record KnownContent(
        Set<Authored> ids,
        Map<Authored, Message> messages,
        Map<Place, Map<Emoji, Integer>> emojis,
        Set<Reaction> shown,
        Map<StreamKey, Set<Place>> pins) {
    static final KnownContent NONE = new KnownContent(Set.of(), Map.of(), Map.of(), Set.of(), Map.of());
}
