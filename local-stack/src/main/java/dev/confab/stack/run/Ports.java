package dev.confab.stack.run;

import dev.confab.stack.StackException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntPredicate;
import java.util.function.IntSupplier;

/** Chooses the ports of one run: those of the last run where they are free, else others that are. */
final class Ports {
    /** Below the ports that systems give to outgoing connections, so that none takes one between choice and use. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 1_000;

    private final Map<String, Integer> last;
    private final IntPredicate free;
    private final IntSupplier candidates;
    private final Set<Integer> given = new HashSet<>();

    Ports(Map<String, Integer> last, IntPredicate free, IntSupplier candidates) {
        this.last = last;
        this.free = free;
        this.candidates = candidates;
    }

    static Ports reusing(Map<String, Integer> last) {
        return new Ports(
                last,
                port -> isFree("127.0.0.1", port),
                () -> ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST));
    }

    /** A free port for the process of this name. */
    int choose(String name) {
        int before = last.getOrDefault(name, -1);
        if (before > 0 && take(before)) {
            return before;
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int candidate = candidates.getAsInt();
            if (take(candidate)) {
                return candidate;
            }
        }
        throw new StackException("No free port was found for " + name + " between " + LOWEST + " and " + HIGHEST);
    }

    /** Sets a port aside that was asked for; fails if it is taken. */
    int claim(String host, int port) {
        if (!given.add(port) || !isFree(host, port)) {
            throw new StackException("Port %d is taken by another program. Stop that, or choose another: --port %d"
                    .formatted(port, port + 10));
        }
        return port;
    }

    private boolean take(int port) {
        return !given.contains(port) && free.test(port) && given.add(port);
    }

    static boolean isFree(String host, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
