package dev.confab.systemtests.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a client has heard and nobody has asked for yet, in the order in which it came. Thread-safe. */
final class Inbox {
    private final List<Frame> frames = new ArrayList<>();
    private OptionalInt closeCode = OptionalInt.empty();

    synchronized void add(Frame frame) {
        frames.add(frame);
        notifyAll();
    }

    synchronized void close(int code) {
        if (closeCode.isEmpty()) {
            closeCode = OptionalInt.of(code);
        }
        notifyAll();
    }

    /** Something else that is awaited may have changed. */
    synchronized void changed() {
        notifyAll();
    }

    /** Takes the first frame that matches; the others stay. */
    synchronized Frame take(FrameMatcher wanted) {
        return await(wanted.toString(), true, () -> {
            int index = indexOf(wanted);
            return index < 0 ? null : frames.remove(index);
        });
    }

    /** Takes the marker; fails if anything unwanted came before it. */
    synchronized void takeWithout(FrameMatcher unwanted, FrameMatcher marker) {
        take(
                marker,
                index -> frames.subList(0, index).stream()
                        .filter(unwanted::matches)
                        .findFirst()
                        .ifPresent(heard -> {
                            throw new AssertionError("heard " + heard + ", which should not have come");
                        }));
    }

    private void take(FrameMatcher marker, java.util.function.IntConsumer check) {
        await(marker.toString(), true, () -> {
            int index = indexOf(marker);
            if (index < 0) {
                return null;
            }
            check.accept(index);
            return frames.remove(index);
        });
    }

    synchronized int awaitClose() {
        return await("the socket to be closed", false, () -> closeCode.isPresent() ? closeCode.getAsInt() : null);
    }

    synchronized void until(String what, Supplier<Boolean> condition) {
        await(what, true, () -> condition.get() ? true : null);
    }

    private int indexOf(FrameMatcher wanted) {
        for (int i = 0; i < frames.size(); i++) {
            if (wanted.matches(frames.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Waits until the attempt gives something; with the lock held. */
    private <T> T await(String what, boolean needsOpen, Supplier<@Nullable T> attempt) {
        long deadline = System.nanoTime() + Patience.LIMIT.toNanos();
        while (true) {
            T found = attempt.get();
            if (found != null) {
                return found;
            }
            long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
            if (left <= 0 || (needsOpen && closeCode.isPresent())) {
                throw new AssertionError("waited for %s; heard %s%s"
                        .formatted(what, frames, closeCode.isPresent() ? ", closed with " + closeCode.getAsInt() : ""));
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting for " + what, e);
            }
        }
    }
}
