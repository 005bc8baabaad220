package dev.confab.systemtests.chaos;

import dev.confab.systemtests.chaos.Recording.Sent;
import dev.confab.systemtests.chaos.Recording.Stay;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * A person at a page that is open all the time, in several rooms and conversations: comes back to some gateway whenever the
 * connection is lost, with ticket and last position, and says each thing until it knows what became of it.
 */
final class ChaosClient implements AutoCloseable {
    private static final long PING_NANOS = Duration.ofSeconds(2).toNanos();
    private static final int LONGEST_RETRY_MILLIS = 1_000;

    private final String username;
    private final Renewed person;
    private final Supplier<String> gateways;
    private final List<Channel> channels;
    private final int pauseMillis;
    private final Seats seats;
    private final Author author;
    private final Random random;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final AtomicBoolean filling = new AtomicBoolean();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger moves = new AtomicInteger();
    private final List<Integer> closeCodes = new ArrayList<>();
    private final List<Outgoing> sends = new ArrayList<>();
    private final Thread thread;
    private volatile boolean quiet;
    private volatile boolean settled;

    /**
     * @param gateways where to go next
     * @param pauseMillis between two things that are said
     */
    ChaosClient(Session session, Supplier<String> gateways, List<Channel> channels, int pauseMillis, long seed) {
        this.username = session.username();
        this.person = new Renewed(session, gateways);
        this.gateways = gateways;
        this.channels = channels;
        this.pauseMillis = pauseMillis;
        this.random = new Random(seed);
        this.seats = new Seats(username);
        this.author = new Author(username, channels, seats, random);
        this.thread = Thread.ofVirtual().name(username).start(this::run);
    }

    String username() {
        return username;
    }

    /** Says nothing new. */
    void fallSilent() {
        quiet = true;
    }

    /** Connected, in all its streams, with nothing to say and no hole left. */
    boolean isSettled() {
        return settled;
    }

    /** Whether everything has come of each of its streams. */
    boolean hasReachedEnd(Log log) {
        return channels.stream()
                .allMatch(channel -> seats.of(channel.stream())
                        .filter(seat -> seat.last() >= log.of(channel.stream()).lastForAll())
                        .isPresent());
    }

    boolean isEverywhere() {
        return channels.stream().allMatch(channel -> seats.isJoined(channel.stream()));
    }

    List<Channel> channels() {
        return channels;
    }

    int connections() {
        return connections.get();
    }

    /** How often the server asked it to move. */
    int moves() {
        return moves.get();
    }

    synchronized List<Integer> closeCodes() {
        return List.copyOf(closeCodes);
    }

    synchronized List<Sent> sends() {
        return sends.stream().map(Outgoing::sent).toList();
    }

    /** What it should not have been sent at all. */
    List<String> strays() {
        return seats.strays();
    }

    List<Stay> stays() {
        return seats.stays();
    }

    private void run() {
        while (stop.getCount() > 0) {
            settled = false;
            try (var line = Line.open(gateways.get(), person.session(), seats)) {
                connections.incrementAndGet();
                seats.onConnected();
                stayOn(line);
                onOver(line);
            } catch (IllegalStateException e) {
                // not reached: somewhere else, soon
                settled = false;
            }
            settled = false;
            pause(random.nextInt(LONGEST_RETRY_MILLIS));
        }
    }

    private synchronized void onOver(Line line) {
        closeCodes.add(line.closeCode());
        if (line.wasToldToMove()) {
            moves.incrementAndGet();
        }
    }

    private void stayOn(Line line) {
        long pingAt = 0;
        while (stop.getCount() > 0 && !line.isOver() && !line.isSilent()) {
            if (System.nanoTime() > pingAt) {
                line.ping();
                pingAt = System.nanoTime() + PING_NANOS;
            }
            boolean inAll = joinAll(line);
            boolean whole = fillHoles(line);
            boolean sent = !inAll || write(line);
            settled = inAll && whole && sent && quiet;
            pause(pauseMillis / 2 + random.nextInt(pauseMillis));
        }
    }

    private boolean joinAll(Line line) {
        boolean all = true;
        for (var channel : channels) {
            all &= seats.isJoined(channel.stream()) || join(line, channel);
        }
        return all;
    }

    private boolean join(Line line, Channel channel) {
        var answer = line.join(channel, seats.of(channel.stream()));
        if (answer.isEmpty()) {
            line.close();
        }
        answer.filter(said -> !said.isOk() && isFinal(said)).ifPresent(_ -> seats.onRefused(channel.stream()));
        return answer.filter(Frame::isOk).isPresent();
    }

    private static boolean isFinal(Frame error) {
        return !List.of("unavailable", "rate_limited", "internal").contains(error.text("code"));
    }

    /** In a thread of its own: history may be slow or away. */
    private boolean fillHoles(Line line) {
        var torn = channels.stream()
                .filter(channel -> seats.of(channel.stream())
                        .filter(seat -> !seat.isWhole())
                        .isPresent())
                .toList();
        if (!torn.isEmpty() && filling.compareAndSet(false, true)) {
            ChatClient client = line.client();
            Thread.startVirtualThread(() -> {
                try {
                    torn.forEach(channel ->
                            seats.of(channel.stream()).ifPresent(seat -> seat.fill(channel.history(client))));
                } catch (AssertionError e) {
                    // again later
                } finally {
                    filling.set(false);
                }
            });
        }
        return torn.isEmpty();
    }

    /** Whether nothing is left to be sent. */
    private boolean write(Line line) {
        var next = next();
        next.ifPresent(outgoing -> line.ask(outgoing.command()).ifPresentOrElse(outgoing::onAnswer, () -> {
            outgoing.onSilence();
            line.close();
        }));
        return next.isEmpty() || next.get().isDone();
    }

    private synchronized Optional<Outgoing> next() {
        if (!sends.isEmpty() && !sends.getLast().isDone()) {
            return Optional.of(sends.getLast());
        }
        if (quiet) {
            return Optional.empty();
        }
        var made = author.next();
        sends.add(made);
        return Optional.of(made);
    }

    private void pause(int millis) {
        try {
            var _ = stop.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Goes; what it knows stays. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join(Line.PATIENCE.multipliedBy(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return seats.toString();
    }
}
