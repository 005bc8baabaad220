package dev.confab.systemtests.chaos;

import dev.confab.systemtests.chaos.Recording.End;
import dev.confab.systemtests.chaos.Recording.Heard;
import dev.confab.systemtests.chaos.Recording.Stay;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a client knows of one room that it is in: its ticket, its last position, and what it got. Where the server said
 * that it can't fill a gap, a hole stays open until the client has filled it from history, as the page does. Thread-safe.
 */
final class Seat {
    private final String client;
    private final String room;
    private final long from;
    private final List<List<Heard>> parts = new ArrayList<>(List.of(new ArrayList<>()));
    private final List<Hole> holes = new ArrayList<>();
    private String ticket;
    private long last;
    private Optional<End> end = Optional.empty();

    /** Messages after one position, up to another one, that belong into a part. */
    private record Hole(long after, long through, int part) {}

    Seat(String client, String room, Frame joined) {
        this.client = client;
        this.room = room;
        this.from = joined.position();
        this.last = from;
        this.ticket = joined.text("ticket");
    }

    synchronized String ticket() {
        return ticket;
    }

    synchronized long last() {
        return last;
    }

    synchronized boolean isOpen() {
        return end.isEmpty();
    }

    synchronized boolean isWhole() {
        return holes.isEmpty();
    }

    /** Back in the room; what was missed follows unless the server said otherwise. */
    synchronized void onJoined(Frame joined) {
        ticket = joined.text("ticket");
        if (!joined.json().path("resumed").asBoolean()) {
            onReset(joined);
        }
    }

    synchronized void onReset(Frame reset) {
        if (reset.position() > last) {
            parts.add(new ArrayList<>());
            holes.add(new Hole(last, reset.position(), parts.size() - 1));
            parts.add(new ArrayList<>());
            last = reset.position();
        }
    }

    synchronized void onMessage(Frame message) {
        parts.getLast()
                .add(new Heard(message.position(), message.text("id"), message.text("from"), message.text("text")));
        onPosition(message);
    }

    /** Of an event that is no message. */
    synchronized void onPosition(Frame event) {
        last = Math.max(last, event.position());
    }

    synchronized void end(End how) {
        if (end.isEmpty()) {
            end = Optional.of(how);
        }
    }

    /** Fills what is missing; fails, and is to be tried again, if history is not to be had. */
    void fill(History history) {
        Optional<Hole> hole;
        while ((hole = firstHole()).isPresent()) {
            fill(hole.get(), history);
        }
    }

    private synchronized Optional<Hole> firstHole() {
        return holes.stream().findFirst();
    }

    private void fill(Hole hole, History history) {
        var fetched = new ArrayList<Heard>();
        var page = history.page("?limit=200&before=" + (hole.through() + 1));
        while (true) {
            fetched.addAll(
                    0,
                    page.messages().stream()
                            .filter(message -> message.position() > hole.after())
                            .map(message -> new Heard(message.position(), message.id(), message.from(), message.text()))
                            .toList());
            boolean reached = page.messages().stream().anyMatch(message -> message.position() <= hole.after());
            if (reached || page.prev().isEmpty()) {
                break;
            }
            page = history.page("?limit=200&before=" + page.prev().get());
        }
        synchronized (this) {
            parts.get(hole.part()).addAll(fetched);
            holes.remove(hole);
        }
    }

    /** Who was put out before a hole was filled has got everything up to there. */
    synchronized Stay stay() {
        int whole = holes.isEmpty() ? parts.size() : holes.getFirst().part();
        var heard = parts.subList(0, whole).stream().flatMap(List::stream).toList();
        return new Stay(client, room, from, holes.isEmpty() ? end.orElse(new End.Settled()) : new End.Gone(), heard);
    }

    @Override
    public synchronized String toString() {
        return "%s in %s: at %d, %s, %d holes".formatted(client, room, last, end, holes.size());
    }
}
