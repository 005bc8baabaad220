package dev.confab.bench.driver;

import org.HdrHistogram.Histogram;

/** What the clients of one event loop have seen since it was last asked. Confined to that loop. */
final class Tally {
    long deliveries;
    long kept;
    long disordered;
    long errors;
    String failure = "";
    Histogram latencies = Latencies.empty();

    void onFailure(String what) {
        errors++;
        if (failure.isEmpty()) {
            failure = what;
        }
    }

    void onDelivery(long nanos) {
        deliveries++;
        Latencies.record(latencies, nanos);
    }

    /** What was seen so far; counting starts again. */
    Tally take() {
        var taken = new Tally();
        taken.add(this);
        deliveries = 0;
        kept = 0;
        disordered = 0;
        errors = 0;
        failure = "";
        latencies.reset();
        return taken;
    }

    void add(Tally other) {
        deliveries += other.deliveries;
        kept += other.kept;
        disordered += other.disordered;
        errors += other.errors;
        failure = failure.isEmpty() ? other.failure : failure;
        latencies.add(other.latencies);
    }
}
