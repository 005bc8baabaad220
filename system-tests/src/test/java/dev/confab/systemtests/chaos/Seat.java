package dev.confab.systemtests.chaos;

import dev.confab.systemtests.chaos.Recording.End;
import dev.confab.systemtests.chaos.Recording.Heard;
import dev.confab.systemtests.chaos.Recording.Span;
import dev.confab.systemtests.chaos.Recording.Stay;
import dev.confab.systemtests.client.ChatClient.Joining;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.History;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a client knows of one stream that it is in: its ticket if it is a room, its last position, and what it got. Where the server said
 * that it can't fill a gap, a hole stays open until the client has filled it from history, as the page does. Thread-safe.
 */
final class Seat {
    private static final int RECENT = 20;

    private final String client;
    private final String stream;
    private final long from;
    private final List<List<Heard>> parts = new ArrayList<>(List.of(new ArrayList<>()));
    private final List<Hole> holes = new ArrayList<>();
    private final List<Span> filled = new ArrayList<>();
    private final ArrayDeque<String> recent = new ArrayDeque<>();
    private Optional<String> ticket;
    private long last;
    private Optional<End> end = Optional.empty();

    /** Messages that belong into a part. */
    private record Hole(Span span, int part) {}

    Seat(String client, String stream, Frame joined) {
        this.client = client;
        this.stream = stream;
        this.from = joined.position();
        this.last = from;
        this.ticket = ticketOf(joined);
    }

    /** A rooms' tickets make its people independent of room-service; a conversation needs none. */
    private static Optional<String> ticketOf(Frame joined) {
        return Optional.ofNullable(joined.json().path("ticket").textValue());
    }

    /** A join that goes on here. */
    synchronized Joining goOn(Joining joining) {
        return ticket.map(joining::withTicket).orElse(joining).since(last);
    }

    /** Messages that the client heard lately, its own among them. */
    synchronized List<String> recent() {
        return List.copyOf(recent);
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

    /** Back in the stream; what was missed follows unless the server said otherwise. */
    synchronized void onJoined(Frame joined) {
        ticket = ticketOf(joined);
        if (!joined.json().path("resumed").asBoolean()) {
            onReset(joined);
        }
    }

    synchronized void onReset(Frame reset) {
        if (reset.position() > last) {
            parts.add(new ArrayList<>());
            holes.add(new Hole(new Span(last, reset.position()), parts.size() - 1));
            parts.add(new ArrayList<>());
            last = reset.position();
        }
    }

    synchronized void onContent(Frame content) {
        var heard = new Heard(content.position(), content.text("id"), content.text("from"), What.of(content.json()));
        parts.getLast().add(heard);
        if (heard.what().isMessage()) {
            recent.add(What.ref(heard.from(), heard.id()));
            if (recent.size() > RECENT) {
                recent.remove();
            }
        }
        onPosition(content);
    }

    /** Of any event. */
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
        var page = history.page("?limit=200&before=" + (hole.span().through() + 1));
        while (true) {
            fetched.addAll(
                    0,
                    page.messages().stream()
                            .filter(message -> hole.span().covers(message.position()))
                            .map(Seat::heard)
                            .toList());
            boolean reached = page.messages().stream()
                    .anyMatch(message -> message.position() <= hole.span().after());
            if (reached || page.prev().isEmpty()) {
                break;
            }
            page = history.page("?limit=200&before=" + page.prev().get());
        }
        synchronized (this) {
            parts.get(hole.part()).addAll(fetched);
            holes.remove(hole);
            filled.add(hole.span());
        }
    }

    private static Heard heard(History.Stored message) {
        var text = message.text() == null ? "" : message.text();
        return new Heard(message.position(), message.id(), message.from(), What.message(text));
    }

    /** Who was put out before a hole was filled has got everything up to there. */
    synchronized Stay stay() {
        int whole = holes.isEmpty() ? parts.size() : holes.getFirst().part();
        var heard = parts.subList(0, whole).stream().flatMap(List::stream).toList();
        var reached = holes.isEmpty() ? end.orElse(new End.Settled()) : new End.Gone();
        return new Stay(client, stream, from, reached, heard, List.copyOf(filled));
    }

    @Override
    public synchronized String toString() {
        return "%s in %s: at %d, %s, %d holes".formatted(client, stream, last, end, holes.size());
    }
}
