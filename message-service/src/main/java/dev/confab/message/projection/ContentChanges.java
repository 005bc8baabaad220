package dev.confab.message.projection;

import dev.confab.message.log.LogPosition;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the content of a run changes in the tables.
 *
 * @param added messages, as they are at the end of the run
 * @param changed messages from before the run that were edited or deleted, as they are at its end
 * @param wiped deleted messages: of what was said in them, and of how people reacted, nothing may be left
 * @param revisions texts that were replaced, of messages that still stand
 * @param reactions that are there at the end of the run, with when they came, or (absent) are not
 * @param pins the same, by where the pinned message stands
 * @param threads by their roots
 * @param conversations by each of the two
 */
record ContentChanges(
        List<Message> added,
        List<Message> changed,
        List<Message> wiped,
        List<Revision> revisions,
        Map<Reaction, Optional<Instant>> reactions,
        Map<Place, Optional<Pin>> pins,
        Map<Authored, ThreadChange> threads,
        Map<StreamUser, Talk> conversations) {
    static final ContentChanges NONE =
            new ContentChanges(List.of(), List.of(), List.of(), List.of(), Map.of(), Map.of(), Map.of(), Map.of());

    /** A text that a message had until the edit at that position. */
    record Revision(Place message, LogPosition ended, MessageText text) {}

    /** @param since where in the log it was pinned */
    record Pin(Username by, LogPosition since, Instant at) {}

    /** What one of two people sees of a conversation: with whom, and the first and last message of the run. */
    record Talk(Username other, Position first, Position last, Instant at) {}
}
