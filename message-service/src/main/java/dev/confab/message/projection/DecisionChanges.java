package dev.confab.message.projection;

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
 * What the decisions of a run change in the tables. What ends comes before what begins.
 *
 * @param leaving memberships that end
 * @param joining memberships that stand at the end of the run, by where they began
 * @param pardoned users whose bans are lifted
 * @param bans those that stand at the end of the run, if they are of this run
 * @param departures by where tickets of the user last became void
 * @param dismissed moderators who are none any more, or were not for a while
 * @param appointed moderators at the end of the run, by where they became it
 * @param owners of rooms, by where the run last told of them
 */
record DecisionChanges(
        Set<StreamUser> leaving,
        Map<StreamUser, Position> joining,
        Set<StreamUser> pardoned,
        List<Ban> bans,
        Map<StreamUser, Position> departures,
        Set<StreamUser> dismissed,
        Map<StreamUser, Position> appointed,
        Map<StreamKey, Owner> owners,
        Map<StreamKey, RoomFacts> rooms) {
    static final DecisionChanges NONE = new DecisionChanges(
            Set.of(), Map.of(), Set.of(), List.of(), Map.of(), Set.of(), Map.of(), Map.of(), Map.of());

    record Ban(StreamUser who, Position from, Optional<Instant> until) {}

    record Owner(Username user, Position from) {}

    record RoomFacts(RoomName name, boolean hasPassword) {}
}
