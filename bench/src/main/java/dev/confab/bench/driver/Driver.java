package dev.confab.bench.driver;

import dev.confab.bench.process.Child;
import java.net.URI;
import java.util.List;

/** The load driver, seen from the scenarios: a process of its own. Every method returns when what it says has happened. */
public final class Driver implements AutoCloseable {
    private final Child child =
            Child.start(DriverMain.class, List.of("-Xmx1g", "-XX:+UseParallelGC", "-XX:ParallelGCThreads=2"));

    public long pid() {
        return child.pid();
    }

    /** From now on connections go to this server; those who were known are forgotten. */
    public void aimAt(URI server, Identities.Keys keys) {
        child.ask(new Order.Prepare(server.getPort(), keys), Answer.Done.class);
    }

    public Answer.Connected connect(Order.Connect order) {
        return child.ask(order, Answer.Connected.class);
    }

    /** As {@link #connect}; fails unless everybody became live. */
    public Answer.Connected connectAll(Order.Connect order) {
        var connected = connect(order);
        if (connected.live() < order.people()) {
            throw new IllegalStateException("%d of %d people could connect: %s"
                    .formatted(connected.live(), order.people(), connected.failure()));
        }
        return connected;
    }

    public void disconnect(String crowd) {
        child.ask(new Order.Disconnect(crowd), Answer.Done.class);
    }

    public Answer.Talked talk(Order.Talk order) {
        return child.ask(order, Answer.Talked.class);
    }

    @Override
    public void close() {
        child.close();
    }
}
