package dev.confab.bench.driver;

import dev.confab.bench.wire.Transport;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The driver's event loops, each with its tally. */
final class Loops {
    private final Map<EventLoop, Tally> tallies = new LinkedHashMap<>();
    private final List<EventLoop> all;
    private int next;

    Loops(int count) {
        EventLoopGroup group = Transport.loops(count);
        group.forEach(loop -> tallies.put((EventLoop) loop, new Tally()));
        all = new ArrayList<>(tallies.keySet());
    }

    EventLoop next() {
        return all.get(next++ % all.size());
    }

    Tally tally(EventLoop loop) {
        return Objects.requireNonNull(tallies.get(loop));
    }

    /** Everything seen since this was last asked. */
    Tally take() {
        var sum = new Tally();
        tallies.forEach((loop, tally) ->
                sum.add(loop.submit(tally::take).syncUninterruptibly().getNow()));
        return sum;
    }

    /** Deliveries since {@link #take}. */
    long deliveries() {
        return tallies.entrySet().stream()
                .mapToLong(entry -> entry.getKey()
                        .submit(() -> entry.getValue().deliveries)
                        .syncUninterruptibly()
                        .getNow())
                .sum();
    }
}
