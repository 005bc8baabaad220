package dev.confab.bench.driver;

import dev.confab.protocol.MessageId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Has a crowd talk for a while, each thing at its time whatever the server does. Runs on the calling thread. */
final class Talk {
    private static final long SETTLE = Duration.ofSeconds(2).toNanos();
    private static final long LOOK = Duration.ofMillis(50).toNanos();

    private final Crowd crowd;
    private final Crowd movers;
    private final Loops loops;
    private final List<List<Client>> talkers;
    private long turn;
    private long sent;
    private long expected;
    private long latest;

    Talk(Crowd crowd, Crowd movers, Loops loops) {
        this.crowd = crowd;
        this.movers = movers;
        this.loops = loops;
        this.talkers = crowd.rooms().stream().map(crowd::in).toList();
    }

    Answer.Talked run(Order.Talk order) {
        loops.take();
        var messages = new Schedule(order.perSecond(), 1);
        var typing = new Schedule(order.typingPerSecond(), 2);
        var moves = new Schedule(order.movesPerSecond(), 3);
        long length = (long) (order.seconds() * 1e9);
        long began = System.nanoTime();
        while (true) {
            long due = Math.min(messages.due(), Math.min(typing.due(), moves.due()));
            if (due > length) {
                break;
            }
            await(began + due);
            if (due == messages.due()) {
                send(began + due);
                messages.step();
            } else if (due == typing.due()) {
                signal();
                typing.step();
            } else {
                move();
                moves.step();
            }
        }
        await(began + length);
        return settle(began);
    }

    private void await(long time) {
        for (long left = time - System.nanoTime(); left > 0; left = time - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        latest = Math.max(latest, System.nanoTime() - time);
    }

    private void send(long due) {
        int place = (int) (turn % talkers.size());
        var room = crowd.rooms().get(place);
        talker(place)
                .say("{\"type\":\"send\",\"room\":\"%s\",\"id\":\"%s\",\"text\":\"%s\"}"
                        .formatted(room.name(), MessageId.next(), Marker.text(due)));
        turn++;
        sent++;
        expected += room.counted();
    }

    private void signal() {
        int place = (int) (turn % talkers.size());
        talker(place)
                .say("{\"type\":\"typing\",\"room\":\"%s\"}"
                        .formatted(crowd.rooms().get(place).name()));
    }

    private Client talker(int place) {
        var here = talkers.get(place);
        return here.get((int) (turn / talkers.size() % here.size()));
    }

    /** Somebody leaves their room and comes again: two differences for everybody there. */
    private void move() {
        movers.clients().get((int) (turn++ % movers.clients().size())).leaveAndReturn();
    }

    /** Waits for what is still on its way. */
    private Answer.Talked settle(long began) {
        long seen = loops.deliveries();
        for (long since = System.nanoTime(); seen < expected && System.nanoTime() - since < SETTLE; ) {
            LockSupport.parkNanos(LOOK);
            long now = loops.deliveries();
            if (now > seen) {
                seen = now;
                since = System.nanoTime();
            }
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        var tally = loops.take();
        return new Answer.Talked(
                sent,
                tally.kept,
                tally.deliveries,
                expected,
                tally.disordered,
                tally.errors,
                seconds,
                Latencies.encode(tally.latencies),
                latest / 1e6,
                tally.failure);
    }
}
