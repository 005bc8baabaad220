package dev.confab.systemtests.scale;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Session;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/** Many people, of whom the test closes what it opened. */
final class Multitude implements AutoCloseable {
    private static final int AT_ONCE = 16;

    private final Confab confab;
    private final List<Session> people;
    private final LongAdder bytes = new LongAdder();
    private final List<LeanClient> clients = new ArrayList<>();

    Multitude(Confab confab, int count) throws InterruptedException {
        this.confab = confab;
        this.people = inParallel(count, i -> confab.person("m" + i));
    }

    Session person(int i) {
        return people.get(i);
    }

    /** Connects some of them, in turn to one and the other gateway. */
    List<LeanClient> connect(int from, int to) throws InterruptedException {
        List<LeanClient> connected = inParallel(to - from, i -> client(from + i));
        clients.addAll(connected);
        return connected;
    }

    List<LeanClient> clients() {
        return clients;
    }

    /** Bytes of all frames that have come so far. */
    long bytes() {
        return bytes.sum();
    }

    private LeanClient client(int i) throws IOException {
        return new LeanClient(i % 2 == 0 ? confab.gateway() : confab.otherGateway(), people.get(i), bytes);
    }

    /** What is done for one of many. */
    interface Act<T> {
        T of(int i) throws IOException;
    }

    static <T> List<T> inParallel(int count, Act<T> act) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                tasks.add(() -> act.of(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> done : threads.invokeAll(tasks)) {
                results.add(done.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        for (LeanClient client : clients) {
            client.close();
        }
    }
}
