package dev.confab.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.MessageId;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecentIdsTest {
    private static final Username ALICE = new Username("alice");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final RecentIds ids = new RecentIds();
    private final MessageId id = MessageId.next();
    private final Sent sent = new Sent(new Position(7), NOW);
    private final AtomicInteger sends = new AtomicInteger();

    @Test
    void shouldAnswerARepeatedSendLikeTheFirst() {
        // when
        Uni<Sent> first = send();
        Uni<Sent> second = send();
        // then
        assertThat(first.await().indefinitely()).isEqualTo(sent);
        assertThat(second.await().indefinitely()).isEqualTo(sent);
        assertThat(sends).hasValue(1);
    }

    @Test
    void shouldKeepNothingOfASendThatWasReadBackButItsPlace() {
        // given
        Uni<Sent> first = send();
        first.await().indefinitely();
        // when
        assertThat(ids.add(ALICE, id, sent.position(), sent.at())).isTrue();
        // then
        Uni<Sent> second = send();
        assertThat(second).isNotSameAs(first);
        assertThat(second.await().indefinitely()).isEqualTo(sent);
        assertThat(sends).hasValue(1);
    }

    @Test
    void shouldSendAgainWhatFailed() {
        // given
        Uni<Sent> failed = ids.once(ALICE, id, () -> Uni.createFrom().failure(new IllegalStateException("away")));
        failed.onFailure().recoverWithNull().await().indefinitely();
        // when
        Sent again = send().await().indefinitely();
        // then
        assertThat(again).isEqualTo(sent);
    }

    private Uni<Sent> send() {
        return ids.once(ALICE, id, () -> {
            sends.incrementAndGet();
            return Uni.createFrom().item(sent);
        });
    }
}
