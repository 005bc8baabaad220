package dev.confab.gateway.presence;

import dev.confab.chassis.OneByOne;
import dev.confab.chassis.presence.PresenceView;
import dev.confab.chassis.presence.PresenceView.Change;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.ServerFrame;
import dev.confab.protocol.Username;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What the clients in the rooms are told of who is there. Changes are collected and told together. In a room of more
 * people than are listed it is only told, now and then, how many they are: naming each to each would cost traffic by the
 * square of them. So nobody costs anybody more than a bounded list and a bounded rate of frames.
 *
 * <p>Somebody who comes and goes before that was told is told as gone, not passed over: a client that joined in between
 * has them in its list. Thread-safe.
 */
public final class RoomNews {
    /** A room that was a crowd gets its list back when it has shrunk to this part of the bound, not at every step over it. */
    private static final int SHRUNK = 2;

    private final PresenceView view;
    private final PresenceConfig config;
    private final UnaryOperator<RoomName> names;
    private final Map<String, Map<Username, Boolean>> changed = new HashMap<>();
    private final Map<String, Instant> crowds = new HashMap<>();

    /** @param names from a room's key to its name as it was first written */
    RoomNews(PresenceView view, PresenceConfig config, UnaryOperator<RoomName> names) {
        this.view = view;
        this.config = config;
        this.names = names;
    }

    /** What a client is told that joins. */
    public record People(List<Username> users, int online) {}

    /** What is to be told of one room. */
    record News(RoomName room, ServerFrame.Ephemeral frame) {}

    synchronized void add(Change change) {
        Map<Username, Boolean> people = changed.computeIfAbsent(change.room(), r -> new HashMap<>());
        change.joined().forEach(user -> people.put(user, true));
        change.left().forEach(user -> people.put(user, false));
        if (isCrowd(change.room())) {
            people.clear();
        }
    }

    /** @param self who joins, and may not have been heard of yet */
    synchronized People people(RoomName room, Username self) {
        boolean known = view.isIn(room.key(), self);
        if (isCrowd(room.key())) {
            return new People(List.of(), view.count(room.key()) + (known ? 0 : 1));
        }
        List<Username> users = new ArrayList<>(view.users(room.key()));
        if (!known) {
            users.add(self);
        }
        return new People(users, users.size());
    }

    /** What makes up for all that was told of the room before. */
    synchronized List<ServerFrame.Ephemeral> snapshot(RoomName room) {
        ServerFrame.Ephemeral crowd = new ServerFrame.Crowd(room, view.count(room.key()));
        return crowds.containsKey(room.key()) ? List.of(crowd) : List.of(crowd, everybody(room));
    }

    /** What is to be told now. */
    synchronized List<News> take(Instant now) {
        List<News> all = new ArrayList<>();
        OneByOne.handle("gathering news of a room", List.copyOf(changed.keySet()), room -> all.addAll(take(room, now)));
        return all;
    }

    private List<News> take(String key, Instant now) {
        RoomName room = names.apply(RoomName.ofKey(key));
        Instant told = crowds.get(key);
        if (told == null) {
            Map<Username, Boolean> people = changed.getOrDefault(key, Map.of());
            changed.remove(key);
            ServerFrame.Ephemeral news = new ServerFrame.Users(room, those(people, true), those(people, false));
            return people.isEmpty() ? List.of() : List.of(new News(room, news));
        }
        int online = view.count(key);
        if (online <= config.listed() / SHRUNK) {
            changed.remove(key);
            crowds.remove(key);
            return List.of(new News(room, new ServerFrame.Crowd(room, online)), new News(room, everybody(room)));
        }
        if (now.isBefore(told.plus(config.countEvery()))) {
            return List.of();
        }
        changed.remove(key);
        crowds.put(key, now);
        return List.of(new News(room, new ServerFrame.Crowd(room, online)));
    }

    private ServerFrame.Ephemeral everybody(RoomName room) {
        return new ServerFrame.Users(room, view.users(room.key()), List.of());
    }

    private boolean isCrowd(String room) {
        if (!crowds.containsKey(room) && view.count(room) > config.listed()) {
            crowds.put(room, Instant.EPOCH);
            changed.computeIfAbsent(room, r -> new HashMap<>());
        }
        return crowds.containsKey(room);
    }

    private static List<Username> those(Map<Username, Boolean> people, boolean present) {
        return people.entrySet().stream()
                .filter(person -> person.getValue() == present)
                .map(Map.Entry::getKey)
                .toList();
    }
}
