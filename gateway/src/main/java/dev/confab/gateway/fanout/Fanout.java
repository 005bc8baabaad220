package dev.confab.gateway.fanout;

import dev.confab.chassis.OneByOne;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects what a batch of records means for the sockets and then runs one task per event loop: every frame written,
 * every touched receiver flushed once. Not thread-safe: one instance per batch.
 */
public final class Fanout {

    /** Something to write on one event loop; tells which receivers it wrote to. */
    @FunctionalInterface
    public interface Delivery {
        void deliver(Set<Receiver> touched);
    }

    private final Map<EventLoop, List<Delivery>> deliveries = new HashMap<>();

    public void add(EventLoop loop, Delivery delivery) {
        deliveries.computeIfAbsent(loop, l -> new ArrayList<>()).add(delivery);
    }

    /** Hands everything that was added to its event loop. */
    public void dispatch() {
        deliveries.forEach((loop, list) -> loop.execute(() -> run(list)));
        deliveries.clear();
    }

    private static void run(List<Delivery> list) {
        Set<Receiver> touched = new LinkedHashSet<>();
        OneByOne.handle("delivering", list, delivery -> delivery.deliver(touched));
        OneByOne.handle("flushing", touched, Receiver::flush);
    }
}
