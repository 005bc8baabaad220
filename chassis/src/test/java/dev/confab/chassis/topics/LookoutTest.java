package dev.confab.chassis.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class LookoutTest {
    private static final TopicPartition PARTITION = new TopicPartition("topic", 0);

    private final AtomicLong now = new AtomicLong();
    private final Lookout lookout = new Lookout(now::get);
    private long handled;

    @Test
    void shouldNotBeCurrentBeforeItHasAsked() {
        assertThat(lookout.isCurrent()).isFalse();
        assertThat(lookout.isDue()).isTrue();
        assertThat(isSettled()).isFalse();
    }

    @Test
    void shouldBeCurrentWhenAllIsHandledThatWasThere() {
        // given
        ask(5);
        assertThat(lookout.isCurrent()).isFalse();
        // when
        handle(5);
        // then
        assertThat(lookout.isCurrent()).isTrue();
        assertThat(isSettled()).isTrue();
    }

    @Test
    void shouldNotBeCurrentAfterAPauseUntilItHasAskedAgain() {
        // given
        ask(5);
        handle(5);
        // when
        pass(Duration.ofSeconds(3));
        // then
        assertThat(lookout.isCurrent()).isFalse();
        CompletableFuture<Void> settled = lookout.settled().toCompletableFuture();
        assertThat(settled).isNotDone();
        ask(7);
        assertThat(lookout.isCurrent()).isFalse();
        handle(7);
        assertThat(lookout.isCurrent()).isTrue();
        assertThat(settled).isDone();
    }

    @Test
    void shouldNotTrustAnAnswerFromBeforeThePause() {
        // given
        ask(5);
        // when
        pass(Duration.ofSeconds(3));
        handle(5);
        // then
        assertThat(lookout.isCurrent()).isFalse();
        assertThat(isSettled()).isFalse();
        assertThat(lookout.isDue()).isTrue();
    }

    @Test
    void shouldStayCurrentWhileKafkaIsAwayForAMomentAndNotForLonger() {
        // given
        ask(5);
        handle(5);
        // when
        beInVainFor(Duration.ofSeconds(10));
        // then
        assertThat(lookout.isCurrent()).isTrue();
        beInVainFor(Duration.ofSeconds(10));
        assertThat(lookout.isCurrent()).isFalse();
        assertThat(isSettled()).isTrue();
    }

    @Test
    void shouldAskNowAndThen() {
        // when
        ask(5);
        handle(5);
        // then
        assertThat(lookout.isDue()).isFalse();
        pass(Lookout.EVERY);
        assertThat(lookout.isDue()).isTrue();
    }

    private void ask(long end) {
        lookout.onAsking();
        lookout.onAnswer(Map.of(PARTITION, end));
        lookout.onHandled(partition -> handled);
    }

    private void handle(long upTo) {
        handled = upTo;
        lookout.onHandled(partition -> handled);
    }

    private void beInVainFor(Duration time) {
        for (Duration passed = Duration.ZERO; passed.compareTo(time) < 0; passed = passed.plusSeconds(1)) {
            pass(Duration.ofSeconds(1));
            lookout.onAsking();
            lookout.onNoAnswer();
        }
    }

    private boolean isSettled() {
        return lookout.settled().toCompletableFuture().isDone();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
