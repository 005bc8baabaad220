package dev.confab.chassis.hashing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HashingPoolTest {
    /** One worker; one may wait for it, ten seconds at most. */
    private static final HashingConfig SMALL = new HashingConfig() {
        @Override
        public OptionalInt workers() {
            return OptionalInt.of(1);
        }

        @Override
        public int queue() {
            return 1;
        }

        @Override
        public Duration longestWait() {
            return Duration.ofSeconds(10);
        }
    };

    private final MeterRegistry metrics = new SimpleMeterRegistry();
    private final AtomicLong now = new AtomicLong();
    private final HashingPool pool = new HashingPool(SMALL, metrics, now::get);
    private final CountDownLatch release = new CountDownLatch(1);
    private final CompletableFuture<Void> begun = new CompletableFuture<>();

    @AfterEach
    void stop() {
        release.countDown();
        pool.stop();
    }

    @Test
    void shouldRefuseAtOnceWhatIsMoreThanMayWait() {
        // given
        CompletableFuture<String> working = occupy();
        CompletableFuture<String> waiting = run("second");
        // when
        CompletableFuture<String> refused = run("third");
        // then
        assertUnavailable(refused);
        assertThat(metrics.get("confab.passwords.waiting").gauge().value()).isOne();
        release.countDown();
        assertThat(working.join()).isEqualTo("first");
        assertThat(waiting.join()).isEqualTo("second");
    }

    @Test
    void shouldNotDoWhatNobodyWaitsForAnyMore() {
        // given
        CompletableFuture<String> working = occupy();
        CompletableFuture<String> waiting = run("second");
        // when
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        release.countDown();
        // then
        assertThat(working.join()).isEqualTo("first");
        assertUnavailable(waiting);
    }

    @Test
    void shouldPassOnWhatFails() {
        // given
        var failure = new ConfabException(ErrorCode.INTERNAL, "broken");
        // when
        var result = pool.run(Uni.createFrom().failure(failure)).subscribeAsCompletionStage();
        // then
        assertThat(catchThrowableOfType(CompletionException.class, result::join))
                .hasCause(failure);
    }

    private CompletableFuture<String> occupy() {
        CompletableFuture<String> working = pool.run(Uni.createFrom().item(() -> {
                    begun.complete(null);
                    try {
                        release.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return "first";
                }))
                .subscribeAsCompletionStage();
        begun.join();
        return working;
    }

    private CompletableFuture<String> run(String result) {
        return pool.run(Uni.createFrom().item(() -> result)).subscribeAsCompletionStage();
    }

    private static void assertUnavailable(CompletableFuture<String> result) {
        CompletionException failure = catchThrowableOfType(CompletionException.class, result::join);
        assertThat(failure.getCause())
                .isInstanceOfSatisfying(
                        ConfabException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }
}
