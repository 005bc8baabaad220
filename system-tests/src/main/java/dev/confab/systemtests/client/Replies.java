package dev.confab.systemtests.client;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The commands that wait for their answer, by {@code ref}. Thread-safe. */
final class Replies {
    private final Map<String, CompletableFuture<Frame>> waiting = new ConcurrentHashMap<>();
    private volatile Optional<ConnectionEnded> end = Optional.empty();

    CompletableFuture<Frame> to(String ref) {
        var reply = new CompletableFuture<Frame>();
        waiting.put(ref, reply);
        end.ifPresent(reply::completeExceptionally);
        return reply;
    }

    /** Whether somebody waited for it. */
    boolean complete(Frame frame) {
        return frame.ref()
                .map(waiting::remove)
                .map(reply -> reply.complete(frame))
                .orElse(false);
    }

    void fail(int closeCode) {
        var failure = new ConnectionEnded(closeCode);
        end = Optional.of(failure);
        waiting.values().forEach(reply -> reply.completeExceptionally(failure));
        waiting.clear();
    }

    static Frame await(CompletableFuture<Frame> reply) {
        try {
            return reply.get(Patience.LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError("no answer: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new AssertionError("no answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** The connection was closed before the answer came. */
    private static final class ConnectionEnded extends RuntimeException {
        ConnectionEnded(int closeCode) {
            super("the connection ended with " + closeCode);
        }
    }
}
