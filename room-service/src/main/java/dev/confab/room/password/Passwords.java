package dev.confab.room.password;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.WorkerExecutor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;

/** Hashes and checks passwords of rooms, on worker threads of its own and never more at a time than they can take. */
@ApplicationScoped
public class Passwords {
    private static final Duration TRY_AGAIN_WHEN_BUSY = Duration.ofSeconds(1);

    private final PasswordConfig config;
    private final GuessThrottle throttle;
    private final WorkerExecutor workers;
    private final Semaphore places;
    private final Timer time;

    Passwords(PasswordConfig config, GuessThrottle throttle, Vertx vertx, MeterRegistry metrics) {
        this.config = config;
        this.throttle = throttle;
        this.workers = vertx.createSharedWorkerExecutor("room-passwords", config.threads());
        this.places = new Semaphore(config.queue());
        this.time = metrics.timer("confab.rooms.password");
    }

    public Uni<Optional<String>> hash(Optional<RoomPassword> password) {
        return password.map(given ->
                        work(() -> Bcrypt.hash(given.value(), config.cost())).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    /** Fails with {@link ErrorCode#WRONG_PASSWORD}, or {@link ErrorCode#RATE_LIMITED} after too many of them. */
    public Uni<Void> check(RoomName name, Username user, Optional<RoomPassword> given, String hash) {
        if (given.isEmpty()) {
            return Uni.createFrom()
                    .failure(new ConfabException(ErrorCode.WRONG_PASSWORD, "This room needs a password.", "password"));
        }
        Optional<Duration> wait = throttle.take(name, user, Instant.now());
        if (wait.isPresent()) {
            return Uni.createFrom().failure(ConfabException.rateLimited(wait.get()));
        }
        return work(() -> Bcrypt.matches(given.get().value(), hash))
                .invoke(right -> {
                    if (!right) {
                        throw new ConfabException(
                                ErrorCode.WRONG_PASSWORD, "That is not the room's password.", "password");
                    }
                    throttle.giveBack(name, user, Instant.now());
                })
                .replaceWithVoid();
    }

    void onStop(@Observes ShutdownEvent stopping) {
        workers.closeAndForget();
    }

    private <T> Uni<T> work(Callable<T> hashing) {
        if (!places.tryAcquire()) {
            return Uni.createFrom().failure(ConfabException.rateLimited(TRY_AGAIN_WHEN_BUSY));
        }
        return workers.executeBlocking(() -> time.recordCallable(hashing), false)
                .eventually(() -> places.release());
    }
}
