package dev.confab.systemtests.chaos;

import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Ear;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.Handshake;
import dev.confab.systemtests.client.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One connection of a client that gives up on a server that is silent, as the page does. What comes after it was given
 * up is heard by nobody.
 */
final class Line implements Ear, AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Seats seats;
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private volatile long heardAt = System.nanoTime();
    private volatile Optional<Long> movesAt = Optional.empty();
    private Optional<ChatClient> client = Optional.empty();

    private Line(Seats seats) {
        this.seats = seats;
    }

    /** Fails if it is not open in time. */
    static Line open(String gateway, Session session, Seats seats) {
        var line = new Line(seats);
        var handshake = Handshake.at(gateway).bearer(session.accessToken()).hearing(line);
        var opening = CompletableFuture.supplyAsync(() -> handshake.connect(session), Thread::startVirtualThread);
        try {
            line.client = Optional.of(opening.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
            return line;
        } catch (Exception e) {
            line.close();
            var _ = opening.thenAccept(ChatClient::abort);
            throw new IllegalStateException("no connection to " + gateway, e);
        }
    }

    @Override
    public synchronized void onFrame(Frame frame) {
        if (ended.isDone()) {
            return;
        }
        heardAt = System.nanoTime();
        if (frame.type().equals("moving")) {
            movesAt = Optional.of(System.nanoTime() + frame.json().path("after").asLong() * 1_000_000);
        } else {
            seats.onFrame(frame);
        }
    }

    @Override
    public void onClose(int code) {
        ended.complete(code);
    }

    boolean isOver() {
        boolean moves = movesAt.filter(at -> System.nanoTime() > at).isPresent();
        return ended.isDone() || moves;
    }

    boolean wasToldToMove() {
        return movesAt.isPresent();
    }

    /** 0 while it is open. */
    int closeCode() {
        return ended.getNow(0);
    }

    boolean isSilent() {
        return System.nanoTime() - heardAt > PATIENCE.toNanos();
    }

    void ping() {
        client.orElseThrow().raw("{\"type\":\"ping\"}");
    }

    /** Absent if none came. */
    Optional<Frame> ask(ChatClient.Command command) {
        try {
            return Optional.of(client.orElseThrow().submit(command).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (Exception e) {
            return Optional.empty();
        }
    }

    Optional<Frame> join(Channel channel, Optional<Seat> seat) {
        return ask(channel.joining(seat));
    }

    ChatClient client() {
        return client.orElseThrow();
    }

    /** From now on nothing is heard. */
    @Override
    public synchronized void close() {
        ended.complete(0);
        client.ifPresent(ChatClient::abort);
    }
}
