package dev.confab.bench.scenario;

import dev.confab.bench.driver.Latencies;
import dev.confab.bench.driver.Order.Place;
import dev.confab.bench.stack.Api;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.Histogram;

/** People who read history meanwhile: so many pages a second, each at its time. */
final class Readers implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Histogram latencies = Latencies.empty();

    Readers(Api api, List<Place> places, int perSecond) {
        var next = new AtomicInteger();
        Future<?> _ = clock.scheduleAtFixedRate(
                () -> {
                    var place = places.get(next.getAndIncrement() % places.size());
                    long due = System.nanoTime();
                    Thread.startVirtualThread(() -> read(api, place, due));
                },
                0,
                1_000_000 / perSecond,
                TimeUnit.MICROSECONDS);
    }

    private void read(Api api, Place place, long due) {
        api.page("/api/rooms/" + place.room() + "/messages?limit=50");
        synchronized (latencies) {
            latencies.recordValue((System.nanoTime() - due) / 1_000);
        }
    }

    void reset() {
        synchronized (latencies) {
            latencies.reset();
        }
    }

    double millis(double percentile) {
        synchronized (latencies) {
            return Latencies.millis(latencies, percentile);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
