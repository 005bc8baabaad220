package dev.confab.systemtests.chaos;

import dev.confab.systemtests.chaos.Recording.End;
import dev.confab.systemtests.chaos.Recording.Stay;
import dev.confab.systemtests.client.Frame;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rooms that a client is in, and those that it was in. Thread-safe. */
final class Seats {
    private final String client;
    private final Map<String, Seat> held = new LinkedHashMap<>();
    private final List<Seat> all = new ArrayList<>();
    private final List<String> strays = new ArrayList<>();
    /** By the present connection. */
    private final Set<String> joined = new HashSet<>();

    Seats(String client) {
        this.client = client;
    }

    synchronized void onConnected() {
        joined.clear();
    }

    synchronized void onFrame(Frame frame) {
        var room = frame.json().path("room").asText();
        var seat = Optional.ofNullable(held.get(room));
        switch (frame.type()) {
            case "ok" -> {
                if (frame.json().has("ticket")) {
                    onJoined(room, frame);
                }
            }
            case "message" -> seat.ifPresentOrElse(known -> known.onMessage(frame), () -> strays.add(frame.toString()));
            case "role", "room" -> seat.ifPresent(known -> known.onPosition(frame));
            case "reset" -> seat.ifPresentOrElse(known -> known.onReset(frame), () -> strays.add(frame.toString()));
            case "kicked", "banned", "left" -> {
                if (joined.contains(room)) {
                    leave(room, new End.PutOut(frame.position()));
                }
            }
            default -> {}
        }
    }

    private void onJoined(String room, Frame answer) {
        joined.add(room);
        var known = held.get(room);
        if (known == null) {
            var seat = new Seat(client, room, answer);
            held.put(room, seat);
            all.add(seat);
        } else {
            known.onJoined(answer);
        }
    }

    /** The server does not let the client in again. */
    synchronized void onRefused(String room) {
        leave(room, new End.Gone());
    }

    private void leave(String room, End how) {
        joined.remove(room);
        var seat = held.remove(room);
        if (seat != null) {
            seat.end(how);
        }
    }

    synchronized Optional<Seat> of(String room) {
        return Optional.ofNullable(held.get(room));
    }

    synchronized boolean isJoined(String room) {
        return joined.contains(room);
    }

    /** What came of rooms in which the client is not. */
    synchronized List<String> strays() {
        return List.copyOf(strays);
    }

    synchronized List<Stay> stays() {
        return all.stream().map(Seat::stay).toList();
    }

    @Override
    public synchronized String toString() {
        return "%s has joined %s; %s".formatted(client, joined, held.values());
    }
}
