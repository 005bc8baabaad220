package dev.confab.systemtests.chaos;

import dev.confab.protocol.Conversation;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
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

/** The streams that a client is in, and those that it was in. Thread-safe. */
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
        var stream = streamOf(frame);
        var seat = Optional.ofNullable(held.get(stream));
        if (What.isContent(frame.type())) {
            onContent(stream, frame, seat);
            return;
        }
        switch (frame.type()) {
            case "ok" -> {
                if (frame.json().has("resumed")) {
                    onJoined(stream, frame);
                }
            }
            case "role", "room" -> seat.ifPresent(known -> known.onPosition(frame));
            case "reset" -> seat.ifPresentOrElse(known -> known.onReset(frame), () -> strays.add(frame.toString()));
            case "kicked", "banned", "left" -> {
                if (joined.contains(stream)) {
                    leave(stream, new End.PutOut(frame.position()));
                }
            }
            default -> {}
        }
    }

    /** What comes of a conversation before the answer to the join comes again behind it. */
    private void onContent(String stream, Frame frame, Optional<Seat> seat) {
        if (!frame.json().has("conversation") || joined.contains(stream)) {
            seat.ifPresentOrElse(known -> known.onContent(frame), () -> strays.add(frame.toString()));
        }
    }

    private static String streamOf(Frame frame) {
        var json = frame.json();
        if (json.path("conversation").isTextual()) {
            return StreamKey.of(new Conversation(json.path("conversation").asText()))
                    .value();
        }
        return json.path("room").isTextual()
                ? StreamKey.of(new RoomName(json.path("room").asText())).value()
                : "";
    }

    private void onJoined(String stream, Frame answer) {
        joined.add(stream);
        var known = held.get(stream);
        if (known == null) {
            var seat = new Seat(client, stream, answer);
            held.put(stream, seat);
            all.add(seat);
        } else {
            known.onJoined(answer);
        }
    }

    /** The server does not let the client in again. */
    synchronized void onRefused(String stream) {
        leave(stream, new End.Gone());
    }

    private void leave(String stream, End how) {
        joined.remove(stream);
        var seat = held.remove(stream);
        if (seat != null) {
            seat.end(how);
        }
    }

    synchronized Optional<Seat> of(String stream) {
        return Optional.ofNullable(held.get(stream));
    }

    synchronized boolean isJoined(String stream) {
        return joined.contains(stream);
    }

    /** What came of streams in which the client is not. */
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
