package dev.confab.systemtests.chaos;

import static dev.confab.systemtests.client.Api.path;

import dev.confab.systemtests.client.Api;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** An owner of rooms who bans and kicks certain people, makes one a moderator, and takes it back, as long as it is let. */
final class Moderator implements AutoCloseable {
    private final Renewed owner;
    private final Supplier<String> gateways;
    private final List<String> rooms;
    private final List<String> victims;
    private final String helper;
    private final Random random;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;
    private volatile int acts;

    Moderator(
            Session owner,
            Supplier<String> gateways,
            List<String> rooms,
            List<String> victims,
            String helper,
            long seed) {
        this.owner = new Renewed(owner, gateways);
        this.gateways = gateways;
        this.rooms = rooms;
        this.victims = victims;
        this.helper = helper;
        this.random = new Random(seed);
        this.thread = Thread.ofVirtual().name("moderator").start(this::run);
    }

    private void run() {
        while (!pause(500 + random.nextInt(2_000))) {
            var room = rooms.get(random.nextInt(rooms.size()));
            var victim = victims.get(random.nextInt(victims.size()));
            int dice = random.nextInt(5);
            if (dice == 0) {
                var moderator = path("/api/rooms/{}/moderators/{}", room, helper);
                attempt(api -> (random.nextBoolean() ? api.put(moderator, Map.of()) : api.delete(moderator)).status());
            } else if (dice < 3) {
                attempt(api -> api.delete(path("/api/rooms/{}/members/{}", room, victim))
                        .status());
            } else {
                attempt(api -> api.put(path("/api/rooms/{}/bans/{}", room, victim), Map.of("reason", "chaos"))
                        .status());
                pause(random.nextInt(3_000));
                attempt(api ->
                        api.delete(path("/api/rooms/{}/bans/{}", room, victim)).status());
            }
        }
    }

    /** Whether it was carried out, or need not be. */
    private boolean attempt(Call call) {
        try {
            int status = call.status(owner.session().api(gateways.get()));
            if (status < 300) {
                acts++;
            }
            return status < 300 || status == 404;
        } catch (AssertionError e) {
            return false;
        }
    }

    private interface Call {
        int status(Api api);
    }

    int acts() {
        return acts;
    }

    private boolean pause(int millis) {
        try {
            return stop.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Nobody is banned any more when it returns. */
    @Override
    public void close() {
        stop.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (var room : rooms) {
            for (var victim : victims) {
                lift(room, victim);
            }
        }
    }

    private void lift(String room, String victim) {
        long deadline = System.nanoTime() + Patience.LIMIT.multipliedBy(2).toNanos();
        while (!attempt(
                api -> api.delete(path("/api/rooms/{}/bans/{}", room, victim)).status())) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the ban of %s in %s can't be lifted".formatted(victim, room));
            }
        }
    }
}
