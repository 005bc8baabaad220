package dev.confab.systemtests.chaos;

import dev.confab.stack.link.Cut;
import dev.confab.stack.testing.TestStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Breaks a stack in ways that its seed decides, and writes down how. Everything is whole again when it has finished. */
final class Nemesis {
    private static final List<String> BACKING = List.of("database", "kafka");
    private static final int SHORTEST_MILLIS = 300;
    private static final int LONGEST_MILLIS = 9_000;

    private final TestStack stack;
    private final List<String> gateways;
    private final List<String> others;
    private final List<String> linked;
    private final Random random;
    private final long began = System.nanoTime();
    private final List<String> acts = new ArrayList<>();

    /**
     * @param others that may be hit besides the gateways, brokers and the database among them
     * @param linked those that can be cut off
     */
    Nemesis(TestStack stack, List<String> gateways, List<String> others, List<String> linked, long seed) {
        this.stack = stack;
        this.gateways = gateways;
        this.others = others;
        this.linked = linked;
        this.random = new Random(seed);
    }

    /** One fault after the other, sometimes two together, sometimes a rolling restart. */
    void rage(Duration duration) throws InterruptedException {
        long deadline = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < deadline) {
            if (random.nextInt(8) == 0) {
                restartOneByOne(random.nextBoolean() ? gateways : replicas());
            } else {
                strike();
            }
            pause(500 + random.nextInt(1_500));
        }
    }

    private void strike() throws InterruptedException {
        var faults = new ArrayList<Fault>();
        faults.add(next());
        if (random.nextInt(3) == 0) {
            var second = next();
            if (goesWith(faults.getFirst(), second)) {
                faults.add(second);
            }
        }
        // what others need to start is put right first
        faults.sort(Comparator.comparing(fault -> BACKING.stream().noneMatch(fault.process()::startsWith)));
        faults.forEach(fault -> act(fault.toString(), () -> fault.begin(stack)));
        pause(SHORTEST_MILLIS + random.nextInt(LONGEST_MILLIS));
        faults.forEach(fault -> act("end of " + fault, () -> fault.end(stack)));
    }

    private static boolean goesWith(Fault one, Fault other) {
        boolean brokers = one.process().startsWith("kafka") && other.process().startsWith("kafka");
        return !brokers && !one.process().equals(other.process());
    }

    private Fault next() {
        var process = random.nextInt(3) == 0 ? any(gateways) : any(others);
        return switch (random.nextInt(linked.contains(process) ? 6 : 4)) {
            case 0 -> new Fault.Kill(process);
            case 1 -> new Fault.Stop(process);
            case 2, 3 -> new Fault.Pause(process);
            default -> new Fault.CutOff(process, any(needs(process)), any(List.of(Cut.values())));
        };
    }

    private static List<String> needs(String process) {
        return process.startsWith("gateway")
                ? List.of("kafka", "kafka", "message-service", "room-service")
                : List.of("kafka", "database");
    }

    private List<String> replicas() {
        return others.stream()
                .filter(name -> name.startsWith("message-service"))
                .toList();
    }

    private void restartOneByOne(List<String> names) {
        for (var name : names) {
            act("rolling restart: " + name, () -> {
                stack.stop(name);
                stack.start(name);
            });
        }
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private synchronized void act(String what, Runnable action) {
        long start = System.nanoTime();
        action.run();
        var line =
                "%6.1f s  %s (took %.1f s)".formatted((start - began) / 1e9, what, (System.nanoTime() - start) / 1e9);
        acts.add(line);
        System.out.println("nemesis " + line);
    }

    List<String> acts() {
        return List.copyOf(acts);
    }

    private static void pause(int millis) throws InterruptedException {
        var _ = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    }
}
