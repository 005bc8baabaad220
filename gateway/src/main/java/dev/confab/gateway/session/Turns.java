package dev.confab.gateway.session;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.StreamKey;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The order in which one connection's commands take effect: those about the same room or conversation in the order in
 * which they came, whatever each has to wait for; those about others are not held up. Thread-safe.
 */
public final class Turns {
    /** When to come again who has too many commands waiting. */
    private static final Duration LATER = Duration.ofSeconds(1);

    private final Map<StreamKey, Deque<Runnable>> waiting = new HashMap<>();
    private final int most;
    private final Executor loop;
    private int count;
    private boolean ended;

    /**
     * @param most commands that may wait at the same time
     * @param loop on which those begin that had to wait
     */
    Turns(int most, Executor loop) {
        this.most = most;
        this.loop = loop;
    }

    /**
     * A command has taken effect, so that the next one may begin.
     *
     * @param answer which may be longer in coming; it is subscribed to before the next command begins
     */
    public record Effect<T>(Uni<T> answer) {
        /** Of a command that takes effect with its answer. */
        public static <T> Uni<Effect<T>> with(Uni<T> answer) {
            return answer.map(item -> new Effect<>(Uni.createFrom().item(item)));
        }
    }

    /**
     * Carries out a command when those before it have taken effect or failed.
     *
     * @return the command's answer, never if the connection ends before its turn; fails with {@code rate_limited} if too
     *     many wait
     */
    public <T> Uni<T> inTurn(StreamKey about, Supplier<Uni<Effect<T>>> command) {
        return Uni.createFrom()
                .<Effect<T>>emitter(begun -> enqueue(about, () -> begin(about, command, begun)))
                .chain(Effect::answer);
    }

    private <T> void begin(StreamKey about, Supplier<Uni<Effect<T>>> command, UniEmitter<? super Effect<T>> begun) {
        Uni.createFrom()
                .<Effect<T>>deferred(command::get)
                .subscribe()
                .with(
                        effect -> {
                            begun.complete(effect);
                            next(about);
                        },
                        failure -> {
                            begun.fail(failure);
                            next(about);
                        });
    }

    /** Nothing that waits is carried out any more; for when the connection has gone. */
    synchronized void end() {
        ended = true;
        waiting.clear();
        count = 0;
    }

    private void enqueue(StreamKey about, Runnable command) {
        if (begins(about, command)) {
            command.run();
        }
    }

    private synchronized boolean begins(StreamKey about, Runnable command) {
        if (ended) {
            return false;
        }
        Deque<Runnable> line = waiting.get(about);
        if (line == null) {
            waiting.put(about, new ArrayDeque<>(0));
            return true;
        }
        if (count >= most) {
            throw ConfabException.rateLimited(LATER);
        }
        line.add(command);
        count++;
        return false;
    }

    private void next(StreamKey about) {
        take(about).ifPresent(loop::execute);
    }

    private synchronized Optional<Runnable> take(StreamKey about) {
        Optional<Runnable> next = Optional.ofNullable(waiting.get(about)).map(Deque::poll);
        if (next.isPresent()) {
            count--;
        } else {
            waiting.remove(about);
        }
        return next;
    }
}
