package dev.confab.message.projection;

import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run of events changes in the tables. What ends comes before what begins.
 *
 * @param notices what everybody in a room is told beside its messages
 * @param conversations by each of the two
 * @param leaving memberships that end
 * @param joining memberships that stand at the end of the run, by where they began
 * @param pardoned users whose bans are lifted
 * @param bans those that stand at the end of the run, if they are of this run
 * @param departures by where tickets of the user last became void
 * @param voided messages that count for nothing
 */
record Changes(
        List<NewMessage> messages,
        List<LoggedEvent> notices,
        Map<StreamUser, Talk> conversations,
        Set<StreamUser> leaving,
        Map<StreamUser, Position> joining,
        Set<StreamUser> pardoned,
        List<Ban> bans,
        Map<StreamUser, Position> departures,
        Map<StreamKey, RoomFacts> rooms,
        int voided) {

    record NewMessage(StreamKey stream, Position position, Instant at, MessageId id, Username from, MessageText text) {}

    /** What one of two people sees of a conversation: with whom, and the first and last message of the run. */
    record Talk(Username other, Position first, Position last, Instant at) {}

    record Ban(StreamUser who, Position from, Optional<Instant> until) {}

    record RoomFacts(RoomName name, boolean hasPassword) {}
}
