package dev.confab.message.projection;

import dev.confab.message.projection.DecisionChanges.Ban;
import dev.confab.message.projection.DecisionChanges.Owner;
import dev.confab.message.projection.DecisionChanges.RoomFacts;
import dev.confab.protocol.Decision;
import dev.confab.protocol.Position;
import dev.confab.protocol.Role;
import dev.confab.protocol.StreamKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides what the decisions of a run change. */
final class ProjectDecisions {
    private final Set<StreamUser> leaving = new LinkedHashSet<>();
    private final Map<StreamUser, Position> joining = new LinkedHashMap<>();
    private final Set<StreamUser> pardoned = new LinkedHashSet<>();
    private final List<Ban> bans = new ArrayList<>();
    private final Map<StreamUser, Position> departures = new LinkedHashMap<>();
    private final Set<StreamUser> dismissed = new LinkedHashSet<>();
    private final Map<StreamUser, Position> appointed = new LinkedHashMap<>();
    private final Map<StreamKey, Owner> owners = new LinkedHashMap<>();
    private final Map<StreamKey, RoomFacts> rooms = new LinkedHashMap<>();

    void onDecision(Decision decision, Position position) {
        StreamKey stream = decision.stream();
        switch (decision) {
            case Decision.Joined joined -> joining.putIfAbsent(new StreamUser(stream, joined.user()), position);
            case Decision.Left left -> onLeft(new StreamUser(stream, left.user()), position);
            case Decision.Kicked kicked -> departures.put(new StreamUser(stream, kicked.user()), position);
            case Decision.Banned banned -> onBanned(banned, position);
            case Decision.Unbanned unbanned -> onUnbanned(new StreamUser(stream, unbanned.user()));
            case Decision.RoleChanged changed -> onRole(changed, position);
            case Decision.RoomChanged changed -> {
                rooms.put(stream, new RoomFacts(changed.room(), changed.hasPassword()));
                owners.put(stream, new Owner(changed.owner(), position));
            }
        }
    }

    private void onLeft(StreamUser who, Position position) {
        joining.remove(who);
        leaving.add(who);
        departures.put(who, position);
    }

    private void onBanned(Decision.Banned banned, Position position) {
        StreamUser who = new StreamUser(banned.stream(), banned.user());
        bans.add(new Ban(who, position, banned.until()));
        departures.put(who, position);
    }

    private void onUnbanned(StreamUser who) {
        bans.removeIf(ban -> ban.who().equals(who));
        pardoned.add(who);
    }

    private void onRole(Decision.RoleChanged changed, Position position) {
        StreamUser who = new StreamUser(changed.stream(), changed.user());
        if (changed.role() == Role.MODERATOR) {
            appointed.putIfAbsent(who, position);
        } else {
            appointed.remove(who);
            dismissed.add(who);
        }
    }

    DecisionChanges changes() {
        return new DecisionChanges(leaving, joining, pardoned, bans, departures, dismissed, appointed, owners, rooms);
    }
}
