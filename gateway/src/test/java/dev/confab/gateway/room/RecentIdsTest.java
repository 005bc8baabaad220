package dev.confab.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
        ids.add(ALICE, id, sent.position(), sent.at());
        // then
        assertThat(first.await().indefinitely()).isEqualTo(sent);
        assertThat(second.await().indefinitely()).isEqualTo(sent);
        assertThat(sends).hasValue(1);
    }

    @Test
    void shouldKeepNothingOfASendThatWasReadBackButItsPlace() {
        // given
        Uni<Sent> first = send();
        // when
        assertThat(ids.add(ALICE, id, sent.position(), sent.at())).isTrue();
        // then
        Uni<Sent> second = send();
        assertThat(second).isNotSameAs(first);
        assertThat(second.await().indefinitely()).isEqualTo(sent);
        assertThat(sends).hasValue(1);
    }

    @Test
    void shouldAnswerWithThePlaceOfTheFirstThoughAnotherWasKeptBehindIt() {
        // given
        Sent byAnotherGateway = new Sent(new Position(5), NOW);
        var answer = send().subscribe().withSubscriber(UniAssertSubscriber.create());
        answer.assertNotTerminated();
        // when
        assertThat(ids.add(ALICE, id, byAnotherGateway.position(), NOW)).isTrue();
        assertThat(ids.add(ALICE, id, sent.position(), NOW)).isFalse();
        // then
        answer.awaitItem().assertItem(byAnotherGateway);
    }

    @Test
    void shouldNotAnswerBeforeTheLogHasBeenReadAndNotSendAgainEither() {
        // given
        assertThatThrownBy(() -> send().await().indefinitely()).isInstanceOf(ConfabException.class);
        // when
        Uni<Sent> again = send();
        ids.add(ALICE, id, sent.position(), sent.at());
        // then
        assertThat(again.await().indefinitely()).isEqualTo(sent);
        assertThat(sends).hasValue(1);
    }

    @Test
    void shouldNotCallSentWhatIsVoid() {
        var answer = subscribe(id);

        ids.onVoid(ALICE, id);

        answer.awaitFailure().assertFailedWith(ConfabException.class);
    }

    @Test
    void shouldAnswerEachOfManyThatAreUnderWayAndRefuseMoreThanTheseMayBe() {
        // given
        List<MessageId> many =
                Stream.generate(MessageId::next).limit(RecentIds.MAX_UNDER_WAY).toList();
        var answers = many.stream().map(this::subscribe).toList();
        // when
        var tooMany = subscribe(MessageId.next());
        many.forEach(one -> ids.add(ALICE, one, sent.position(), NOW));
        // then
        tooMany.assertFailedWith(ConfabException.class);
        answers.forEach(answer -> answer.awaitItem().assertItem(sent));
    }

    @Test
    void shouldSendAgainWhatFailed() {
        // given
        Uni<Sent> failed = ids.once(ALICE, id, () -> Uni.createFrom().failure(new IllegalStateException("away")));
        failed.onFailure().recoverWithNull().await().indefinitely();
        // when
        Uni<Sent> again = send();
        ids.add(ALICE, id, sent.position(), sent.at());
        // then
        assertThat(again.await().indefinitely()).isEqualTo(sent);
    }

    private UniAssertSubscriber<Sent> subscribe(MessageId one) {
        return ids.once(ALICE, one, () -> Uni.createFrom().item(sent))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
    }

    private Uni<Sent> send() {
        return ids.once(ALICE, id, () -> {
            sends.incrementAndGet();
            return Uni.createFrom().item(sent);
        });
    }
}
