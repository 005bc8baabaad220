package dev.confab.message.projection;

import dev.confab.message.projection.Changes.Ban;
import dev.confab.message.projection.Changes.NewMessage;
import dev.confab.message.projection.Changes.RoomFacts;
import dev.confab.message.projection.Changes.Talk;
import dev.confab.message.projection.Known.Authored;
import dev.confab.protocol.Fences;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.StreamKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides what events change, from nothing but the events and what is known. Void are messages of the banned
 * (the fence rule), messages whose author used the id before in the stream, and everything in a room that is gone. One
 * instance per decision.
 */
final class Projection {
    private final Map<StreamKey, Fences> fences;
    private final Set<StreamKey> gone;
    private final Set<Authored> ids;

    private final List<NewMessage> messages = new ArrayList<>();
    private final List<LoggedEvent> notices = new ArrayList<>();
    private final Map<StreamUser, Talk> conversations = new LinkedHashMap<>();
    private final Set<StreamUser> leaving = new LinkedHashSet<>();
    private final Map<StreamUser, Position> joining = new LinkedHashMap<>();
    private final Set<StreamUser> pardoned = new LinkedHashSet<>();
    private final List<Ban> bans = new ArrayList<>();
    private final Map<StreamUser, Position> departures = new LinkedHashMap<>();
    private final Map<StreamKey, RoomFacts> rooms = new LinkedHashMap<>();
    private int voided;

    private Projection(Known known) {
        fences = new HashMap<>(known.fences());
        gone = new HashSet<>(known.gone());
        ids = new HashSet<>(known.ids());
    }

    /** @param events in the order of the log, no deletions of rooms among them */
    static Changes of(List<LoggedEvent> events, Known known) {
        Projection projection = new Projection(known);
        events.forEach(projection::project);
        return projection.changes();
    }

    private void project(LoggedEvent logged) {
        Position position = logged.position();
        StreamKey stream = logged.stream();
        if (gone.contains(stream) && !isCreation(logged.event())) {
            voided += logged.event() instanceof RoomEvent.Message ? 1 : 0;
            return;
        }
        switch (logged.event()) {
            case RoomEvent.Message message -> onMessage(message, logged);
            case RoomEvent.Direct direct -> onDirect(direct, logged);
            case RoomEvent.Joined joined -> joining.putIfAbsent(new StreamUser(stream, joined.user()), position);
            case RoomEvent.Left left -> onLeft(new StreamUser(stream, left.user()), position);
            case RoomEvent.Kicked kicked -> departures.put(new StreamUser(stream, kicked.user()), position);
            case RoomEvent.Banned banned -> onBanned(banned, position);
            case RoomEvent.Unbanned unbanned -> onUnbanned(new StreamUser(stream, unbanned.user()));
            case RoomEvent.RoleChanged r -> notices.add(logged);
            case RoomEvent.RoomChanged changed -> {
                notices.add(logged);
                gone.remove(stream);
                rooms.put(stream, new RoomFacts(changed.room(), changed.hasPassword()));
            }
        }
        if (stream.isRoom()) {
            fences(stream).onEvent(logged.event(), position);
        }
    }

    private void onMessage(RoomEvent.Message message, LoggedEvent logged) {
        boolean fenced = fences(logged.stream()).isVoid(message, logged.position(), logged.at(), logged.judgedAt());
        if (fenced || !ids.add(new Authored(logged.stream(), message.from(), message.id()))) {
            voided++;
            return;
        }
        messages.add(new NewMessage(
                logged.stream(), logged.position(), logged.at(), message.id(), message.from(), message.text()));
    }

    private void onDirect(RoomEvent.Direct direct, LoggedEvent logged) {
        StreamKey stream = logged.stream();
        if (!ids.add(new Authored(stream, direct.from(), direct.id()))) {
            voided++;
            return;
        }
        messages.add(new NewMessage(stream, logged.position(), logged.at(), direct.id(), direct.from(), direct.text()));
        talk(
                new StreamUser(stream, direct.from()),
                new Talk(direct.to(), logged.position(), logged.position(), logged.at()));
        talk(
                new StreamUser(stream, direct.to()),
                new Talk(direct.from(), logged.position(), logged.position(), logged.at()));
    }

    private void talk(StreamUser who, Talk talk) {
        conversations.merge(who, talk, (before, now) -> new Talk(now.other(), before.first(), now.last(), now.at()));
    }

    private void onLeft(StreamUser who, Position position) {
        joining.remove(who);
        leaving.add(who);
        departures.put(who, position);
    }

    private void onBanned(RoomEvent.Banned banned, Position position) {
        StreamUser who = new StreamUser(banned.stream(), banned.user());
        bans.add(new Ban(who, position, banned.until()));
        departures.put(who, position);
    }

    private void onUnbanned(StreamUser who) {
        bans.removeIf(ban -> ban.who().equals(who));
        pardoned.add(who);
    }

    private Fences fences(StreamKey stream) {
        return fences.computeIfAbsent(stream, s -> new Fences());
    }

    private static boolean isCreation(RoomEvent event) {
        return event instanceof RoomEvent.RoomChanged changed
                && changed.change() == RoomEvent.RoomChanged.Change.CREATED;
    }

    private Changes changes() {
        return new Changes(
                messages, notices, conversations, leaving, joining, pardoned, bans, departures, rooms, voided);
    }
}
