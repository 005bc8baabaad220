package dev.confab.bench.driver;

import dev.confab.bench.wire.Transport;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/** People who come and go together. Used from one thread. */
final class Crowd {
    private static final int ADDRESSES = 8;
    private static final long PATIENCE_SECONDS = 20;

    private final List<Person> people;
    private final List<Room> rooms;
    private final Loops loops;
    private List<Client> clients = List.of();

    Crowd(List<Person> people, List<Room> rooms, Loops loops) {
        this.people = people;
        this.rooms = rooms;
        this.loops = loops;
    }

    List<Room> rooms() {
        return rooms;
    }

    List<Client> clients() {
        return clients;
    }

    /** Those of the crowd who are in the room. */
    List<Client> in(Room room) {
        return clients.stream().filter(client -> client.person().isIn(room)).toList();
    }

    /** Returns when all are live, or nobody has become so for a while. */
    Answer.Connected connect(InetSocketAddress server, int atOnce) {
        var places = new Semaphore(atOnce);
        var times = Latencies.empty();
        var lastLive = new AtomicLong();
        var began = System.nanoTime();
        clients = new ArrayList<>();
        for (int i = 0; i < people.size() && acquire(places, 1); i++) {
            clients.add(connect(i, server, places, times, lastLive));
        }
        acquire(places, atOnce);
        rooms.forEach(room -> room.enter(in(room)));
        var live = (int) clients.stream().filter(Client::isLive).count();
        synchronized (times) {
            return new Answer.Connected(
                    live, (lastLive.get() - began) / 1e9, Latencies.encode(times), loops.take().failure);
        }
    }

    private Client connect(int i, InetSocketAddress server, Semaphore places, Histogram times, AtomicLong lastLive) {
        var loop = loops.next();
        long began = System.nanoTime();
        var client =
                new Client(people.get(i), server.getHostString() + ":" + server.getPort(), loops.tally(loop), done -> {
                    long now = System.nanoTime();
                    if (done.isLive()) {
                        lastLive.set(now);
                        synchronized (times) {
                            Latencies.record(times, now - began);
                        }
                    }
                    places.release();
                });
        ChannelFuture _ = bootstrap(loop, client)
                .connect(server, new InetSocketAddress("127.0.0." + (2 + i % ADDRESSES), 0))
                .addListener(connected -> {
                    if (!connected.isSuccess()) {
                        loops.tally(loop).onFailure(String.valueOf(connected.cause()));
                        places.release();
                    }
                });
        return client;
    }

    private static Bootstrap bootstrap(EventLoop loop, Client client) {
        return new Bootstrap()
                .group(loop)
                .channel(Transport.client())
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(client);
    }

    private static boolean acquire(Semaphore places, int count) {
        try {
            for (int i = 0; i < count; i++) {
                if (!places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void disconnect() {
        rooms.forEach(room -> room.leave(clients));
        Client.end(clients);
        clients = List.of();
    }
}
