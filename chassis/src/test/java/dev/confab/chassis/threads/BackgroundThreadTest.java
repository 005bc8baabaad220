package dev.confab.chassis.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.errors.WakeupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BackgroundThreadTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final CompletableFuture<BackgroundThread> self = new CompletableFuture<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch never = new CountDownLatch(1);

    @Test
    void shouldEndAWaitByAnInterrupt() throws InterruptedException {
        // given
        BackgroundThread thread = started(() -> {
            begun.countDown();
            never.await();
        });
        begun.await();
        // when
        thread.stop();
        // then
        assertThat(thread.isStopped()).isTrue();
    }

    @Test
    void shouldEndAWaitByWhatTheWorkHasNamed() throws InterruptedException {
        // given
        var wakeUp = new CountDownLatch(1);
        BackgroundThread thread = started(() -> {
            self.join().wakeBy(wakeUp::countDown);
            begun.countDown();
            wakeUp.await();
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            throw new WakeupException();
        });
        begun.await();
        // when
        thread.stop();
        // then
        assertThat(wakeUp.getCount()).isZero();
    }

    @Test
    void shouldWakeWorkThatNamesItsWakeUpTooLate() throws InterruptedException {
        // given
        var wakeUp = new CountDownLatch(1);
        var stopping = new CountDownLatch(1);
        var ended = new CountDownLatch(1);
        BackgroundThread thread = started(() -> {
            begun.countDown();
            try {
                stopping.await();
            } catch (InterruptedException late) {
                self.join().wakeBy(wakeUp::countDown);
            }
            wakeUp.await();
            ended.countDown();
        });
        begun.await();
        // when
        thread.stop();
        // then
        ended.await();
    }

    @Test
    void shouldNotBeAliveOnceItsWorkHasFailed() {
        // given
        BackgroundThread thread = started(() -> {
            throw new WakeupException();
        });
        // when
        while (thread.isAlive()) {
            Thread.onSpinWait();
        }
        // then
        assertThat(thread.isStopped()).isFalse();
    }

    private BackgroundThread started(BackgroundThread.Work work) {
        var thread = new BackgroundThread("test", LONG, work);
        self.complete(thread);
        thread.start();
        return thread;
    }
}
