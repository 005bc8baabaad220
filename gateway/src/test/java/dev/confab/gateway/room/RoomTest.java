package dev.confab.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.gateway.fanout.Fanout;
import dev.confab.gateway.fanout.Frame;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Content;
import dev.confab.protocol.Decision;
import dev.confab.protocol.Json;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.ServerFrame;
import dev.confab.protocol.Username;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoomTest {
    private static final RoomName ROOM = new RoomName("kitchen");
    private static final Username ANN = new Username("ann");
    private static final Username BOB = new Username("bob");
    private static final Username EVE = new Username("eve");
    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");

    private final EventLoop loop = new DefaultEventLoop();
    private final List<String> presence = new ArrayList<>();
    private final Room room = newRoom(256);

    @AfterEach
    void stop() {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    @Test
    void shouldDeliverWhatComesAfterTheJoin() {
        apply(message(ANN, "before"), 1);
        RecordingReceiver client = join(ANN, Optional.empty());

        apply(message(ANN, "after"), 2);

        assertThat(settled(client).positions()).containsExactly(2L);
    }

    @Test
    void shouldSendFirstWhatWasMissedAndThenWhatComes() {
        LongStream.rangeClosed(1, 5).forEach(p -> apply(message(ANN, "m" + p), p));

        RecordingReceiver client = join(ANN, Optional.of(new Position(2)));
        apply(message(ANN, "live"), 6);

        assertThat(settled(client).positions()).containsExactly(3L, 4L, 5L, 6L);
    }

    @Test
    void shouldNotRepeatWhatTheClientSawOnAReplicaThatIsAhead() {
        apply(message(ANN, "m1"), 1);

        RecordingReceiver client = join(ANN, Optional.of(new Position(2)));
        apply(message(ANN, "m2"), 2);
        apply(message(ANN, "m3"), 3);

        assertThat(settled(client).positions()).containsExactly(3L);
    }

    @Test
    void shouldSayWhenTheRingDoesNotReachBackSoFar() {
        Room small = newRoom(2);
        LongStream.rangeClosed(1, 5).forEach(p -> apply(small, message(ANN, "m" + p), p));
        CompletableFuture<Entry> entered = new CompletableFuture<>();

        small.enter(
                arrival(new RecordingReceiver(loop), ANN, Optional.of(new Position(2))),
                Position.NONE,
                entered::complete);

        assertThat(entered.join().missed()).isEmpty();
        assertThat(entered.join().position()).isEqualTo(new Position(5));
    }

    @Test
    void shouldTellNothingLiveToWhoIsBehindAndAllOfItAfterwards() {
        apply(message(BOB, "before"), 10);
        RecordingReceiver client = new RecordingReceiver(loop);
        Membership behind = enter(client, ANN, Optional.of(Position.NONE), entry -> {});
        apply(message(BOB, "meanwhile"), 11);
        assertThat(settled(client).frames()).isEmpty();

        room.advance(behind, Optional.of(new Position(10)), Position.NONE, RoomTest::goLive);
        apply(message(BOB, "live"), 12);

        assertThat(settled(client).positions()).containsExactly(11L, 12L);
    }

    @Test
    void shouldWriteNothingMoreOfTheGapToWhoWasPutOut() {
        RecordingReceiver client = new RecordingReceiver(loop);
        Membership behind = enter(client, ANN, Optional.of(Position.NONE), entry -> {});
        apply(new Decision.Kicked(ROOM, MessageId.next(), ANN, BOB, "enough"), 11);
        settled(client);

        loop.submit(() -> behind.writeMissed(List.of(frame(message(BOB, "secret"), 9)), () -> {}))
                .syncUninterruptibly();

        assertThat(settled(client).types()).containsExactly("kicked");
    }

    @Test
    void shouldTellWhoIsBehindThatTheRoomWasDeleted() {
        RecordingReceiver client = new RecordingReceiver(loop);
        enter(client, ANN, Optional.of(Position.NONE), entry -> {});

        apply(deletion(), 1);

        assertThat(settled(client).types()).containsExactly("room");
    }

    @Test
    void shouldDropWhatABannedUserWroteAfterTheBan() {
        RecordingReceiver client = join(ANN, Optional.empty());
        apply(new Decision.Banned(ROOM, MessageId.next(), BOB, ANN, "spam", Optional.empty()), 1);

        apply(message(BOB, "I am still here"), 2);
        apply(message(ANN, "no"), 3);

        assertThat(settled(client).positions()).containsExactly(3L);
    }

    @Test
    void shouldPutOutTheKickedUserAtThatPositionAndTellThem() {
        RecordingReceiver bob = join(BOB, Optional.empty());
        RecordingReceiver ann = join(ANN, Optional.empty());
        Fanout batch = new Fanout();
        apply(room, message(ANN, "one"), 1, batch);
        apply(room, new Decision.Kicked(ROOM, MessageId.next(), BOB, ANN, "cool down"), 2, batch);
        apply(room, message(ANN, "two"), 3, batch);

        room.drain(batch);
        batch.dispatch();

        assertThat(settled(bob).types()).containsExactly("message", "kicked");
        assertThat(bob.putOutAfter()).containsExactly("message", "kicked");
        assertThat(bob.frames().getLast().path("to").asText()).isEqualTo("main");
        assertThat(settled(ann).positions()).containsExactly(1L, 3L);
        assertThat(presence).containsExactly("+bob", "+ann", "-bob");
    }

    @Test
    void shouldNotLetInWhoWasPutOutSinceTheyWereAdmitted() {
        apply(new Decision.Kicked(ROOM, MessageId.next(), BOB, ANN, ""), 5);
        apply(new Decision.Left(ROOM, MessageId.next(), ANN), 6);
        apply(new Decision.Banned(ROOM, MessageId.next(), EVE, ANN, "", Optional.empty()), 7);

        assertThat(enters(BOB, 4)).isFalse();
        assertThat(enters(BOB, 5)).isTrue();
        assertThat(enters(ANN, 5)).isFalse();
        assertThat(enters(EVE, 6)).isFalse();
        assertThat(presence).containsExactly("+bob");
    }

    @Test
    void shouldNotLetIntoARoomWhoWasAdmittedToAnEarlierOneOfItsName() {
        apply(message(BOB, "of the first"), 1);
        apply(deletion(), 2);
        apply(creation(), 3);

        assertThat(enters(ANN, 1)).isFalse();
        assertThat(enters(ANN, 3)).isTrue();
    }

    @Test
    void shouldDropWhatWasWrittenByWhoWasInAnEarlierRoomOfTheName() {
        // given
        apply(deletion(), 2);
        apply(creation(), 3);
        RecordingReceiver ann = join(ANN, Optional.empty());
        // when
        Content.Posted unawares = message(BOB, "unawares");
        Fanout out = new Fanout();
        room.onEvent(new LoggedEvent(new Position(4), NOW, new Position(1), unawares), frame(unawares, 4), out);
        room.drain(out);
        out.dispatch();
        // then
        assertThat(settled(ann).frames()).isEmpty();
    }

    @Test
    void shouldTakeNothingFromAKickedUserThoughTheirConnectionHasNotHeardOfIt() {
        // given
        Membership membership = enter(BOB);
        assertThat(room.authorize(BOB, membership.enteredAt(), new Position(4))).contains(new Position(4));
        // when: applied, and not yet brought to the event loop
        apply(room, new Decision.Kicked(ROOM, MessageId.next(), BOB, ANN, ""), 5, new Fanout());
        // then
        assertThatThrownBy(() -> room.authorize(BOB, membership.enteredAt(), new Position(5)))
                .isInstanceOf(ConfabException.class);
    }

    @Test
    void shouldDropWhatAKickedUserWroteThroughAGatewayThatHadNotReadOfIt() {
        // given
        RecordingReceiver ann = join(ANN, Optional.empty());
        apply(new Decision.Kicked(ROOM, MessageId.next(), BOB, ANN, ""), 5);
        // when
        Content.Posted unawares = message(BOB, "unawares");
        Fanout out = new Fanout();
        room.onEvent(new LoggedEvent(new Position(6), NOW, new Position(4), unawares), frame(unawares, 6), out);
        room.drain(out);
        out.dispatch();
        apply(message(BOB, "back again"), 7);
        // then
        assertThat(settled(ann).positions()).containsExactly(7L);
    }

    @Test
    void shouldDropAMessageWithAnIdItsAuthorHasUsedBefore() {
        RecordingReceiver client = join(ANN, Optional.empty());
        Content.Posted first = message(BOB, "once");
        Content.Posted ofAnother = new Content.Posted(ROOM, first.id(), ANN, new MessageText("mine"));

        apply(first, 1);
        apply(first, 2);
        apply(ofAnother, 3);

        assertThat(settled(client).positions()).containsExactly(1L, 3L);
        assertThat(room.once(BOB, first.id(), RoomTest::mustNotBeSent).await().indefinitely())
                .isEqualTo(new Sent(new Position(1), NOW));
    }

    @Test
    void shouldSendOnceWhatIsSentAgainBeforeItWasReadBack() {
        MessageId id = MessageId.next();
        CompletableFuture<Sent> kept = new CompletableFuture<>();
        Uni<Sent> first = room.once(BOB, id, () -> Uni.createFrom().completionStage(kept));

        Uni<Sent> again = room.once(BOB, id, RoomTest::mustNotBeSent);
        kept.complete(new Sent(new Position(1), NOW));
        apply(new Content.Posted(ROOM, id, BOB, new MessageText("once")), 1);

        assertThat(again.await().indefinitely()).isEqualTo(first.await().indefinitely());
    }

    @Test
    void shouldSendAgainWhatCouldNotBeSent() {
        MessageId id = MessageId.next();
        Uni<Sent> failed = room.once(BOB, id, () -> Uni.createFrom().failure(new IllegalStateException("away")));
        assertThatThrownBy(() -> failed.await().indefinitely()).hasMessage("away");

        Uni<Sent> sent = room.once(BOB, id, () -> Uni.createFrom().item(new Sent(new Position(1), NOW)));
        apply(new Content.Posted(ROOM, id, BOB, new MessageText("again")), 1);

        assertThat(sent.await().indefinitely().position()).isEqualTo(new Position(1));
    }

    @Test
    void shouldPutEverybodyOutOfADeletedRoom() {
        RecordingReceiver client = join(ANN, Optional.empty());

        apply(deletion(), 1);
        apply(message(BOB, "anybody?"), 2);

        assertThat(settled(client).types()).containsExactly("room");
        assertThat(client.putOutAfter()).containsExactly("room");
    }

    @Test
    void shouldTakeAnIdOfADeletedRoomForANewOneInTheNextOfItsName() {
        // given
        Content.Posted message = message(BOB, "in the first room");
        apply(message, 1);
        apply(deletion(), 2);
        apply(creation(), 3);
        RecordingReceiver client = join(ANN, Optional.empty());
        // when
        Uni<Sent> again = room.once(BOB, message.id(), () -> Uni.createFrom().item(new Sent(new Position(4), NOW)));
        var answer = again.subscribe().withSubscriber(UniAssertSubscriber.create());
        apply(message, 4);
        // then
        assertThat(answer.awaitItem().getItem().position()).isEqualTo(new Position(4));
        assertThat(settled(client).positions()).containsExactly(4L);
    }

    @Test
    void shouldDropWhatWasWrittenAfterTheDeletionAndNotCallItSent() {
        // given
        Content.Posted tooLate = message(BOB, "too late");
        var answer = room.once(BOB, tooLate.id(), () -> Uni.createFrom().item(new Sent(new Position(2), NOW)))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());
        // when
        apply(deletion(), 1);
        apply(tooLate, 2);
        apply(creation(), 3);
        RecordingReceiver client = join(ANN, Optional.of(new Position(1)));
        apply(tooLate, 4);
        // then
        answer.awaitFailure().assertFailedWith(ConfabException.class);
        assertThat(settled(client).positions()).containsExactly(4L);
    }

    @Test
    void shouldFlushOncePerBatch() {
        RecordingReceiver client = join(ANN, Optional.empty());
        Fanout batch = new Fanout();
        LongStream.rangeClosed(1, 20).forEach(p -> apply(room, message(BOB, "m" + p), p, batch));

        room.drain(batch);
        batch.dispatch();

        assertThat(settled(client).positions()).hasSize(20);
        assertThat(client.flushes()).isEqualTo(1);
    }

    @Test
    void shouldTellAfreshWhoIsThereToWhoReadTooSlowlyForTheNews() {
        RecordingReceiver client = join(ANN, Optional.empty());
        ServerFrame.Ephemeral news = new ServerFrame.Users(ROOM, List.of(BOB), List.of());
        ServerFrame.Ephemeral snapshot = new ServerFrame.Crowd(ROOM, 7);
        settled(client).slow(true);
        tellPeople(news, snapshot);
        assertThat(settled(client).frames()).isEmpty();

        client.slow(false);
        tellPeople(news, snapshot);
        tellPeople(news, snapshot);

        assertThat(settled(client).types()).containsExactly("crowd", "users");
    }

    private void tellPeople(ServerFrame.Ephemeral news, ServerFrame.Ephemeral snapshot) {
        Fanout out = new Fanout();
        room.broadcastPeople(news, () -> List.of(snapshot), out);
        out.dispatch();
        loop.submit(() -> {}).syncUninterruptibly();
    }

    @Test
    void shouldCountAUserOnceHoweverManyTabsTheyHave() {
        Membership one = enter(ANN);
        Membership two = enter(ANN);

        room.leave(one);
        room.leave(one);
        room.leave(two);

        assertThat(presence).containsExactly("+ann", "-ann");
    }

    @Test
    void shouldLoseAndDoubleNothingWhoeverJoinsWheneverWhileTheLogRuns() throws InterruptedException {
        int events = 1_000;
        int joins = 100;
        Room busy = newRoom(events);
        List<RecordingReceiver> clients = new ArrayList<>();
        List<Long> since = new ArrayList<>();
        CountDownLatch started = new CountDownLatch(1);
        Thread log = Thread.ofPlatform().start(() -> {
            started.countDown();
            for (long p = 1; p <= events; ) {
                Fanout batch = new Fanout();
                long end = Math.min(events, p + ThreadLocalRandom.current().nextLong(1, 8));
                for (; p <= end; p++) {
                    apply(busy, message(BOB, "m"), p, batch);
                }
                busy.drain(batch);
                batch.dispatch();
            }
        });
        started.await();

        for (int i = 0; i < joins; i++) {
            long seen = ThreadLocalRandom.current().nextLong(0, 10);
            RecordingReceiver client = new RecordingReceiver(loop);
            busy.enter(arrival(client, ANN, Optional.of(new Position(seen))), Position.NONE, RoomTest::goLive);
            clients.add(client);
            since.add(seen);
        }
        log.join();

        for (int i = 0; i < joins; i++) {
            assertThat(settled(clients.get(i)).positions())
                    .containsExactlyElementsOf(LongStream.rangeClosed(since.get(i) + 1, events)
                            .boxed()
                            .toList());
        }
    }

    private static Uni<Sent> mustNotBeSent() {
        throw new AssertionError("sent twice");
    }

    private Room newRoom(int events) {
        return new Room(ROOM, Position.NONE, TestRooms.config(events), new MemoryBudget(1 << 30), new LocalPresence() {
            @Override
            public void onCame(RoomName name, Username user) {
                presence.add("+" + user);
            }

            @Override
            public void onWent(RoomName name, Username user) {
                presence.add("-" + user);
            }
        });
    }

    private static void goLive(Entry entry) {
        entry.membership().goLive(entry.missed().orElseThrow(), entry.position());
    }

    private static Decision.RoomChanged deletion() {
        return new Decision.RoomChanged(ROOM, MessageId.next(), Decision.RoomChanged.Change.DELETED, BOB, "", false);
    }

    private static Decision.RoomChanged creation() {
        return new Decision.RoomChanged(ROOM, MessageId.next(), Decision.RoomChanged.Change.CREATED, BOB, "", false);
    }

    private Membership enter(Username user) {
        return enter(new RecordingReceiver(loop), user, Optional.empty(), entry -> {});
    }

    private RecordingReceiver join(Username user, Optional<Position> since) {
        RecordingReceiver client = new RecordingReceiver(loop);
        enter(client, user, since, RoomTest::goLive);
        return client;
    }

    private Membership enter(
            RecordingReceiver client, Username user, Optional<Position> since, Consumer<Entry> onLoop) {
        return room.enter(arrival(client, user, since), Position.NONE, onLoop).orElseThrow();
    }

    private boolean enters(Username user, long admittedAt) {
        Arrival arrival = new Arrival(new RecordingReceiver(loop), user, new Position(admittedAt), Optional.empty());
        return room.enter(arrival, Position.NONE, entry -> {}).isPresent();
    }

    /** Of somebody who was let in just now. */
    private static Arrival arrival(RecordingReceiver client, Username user, Optional<Position> since) {
        return new Arrival(client, user, new Position(1_000_000), since);
    }

    private void apply(RoomEvent event, long position) {
        apply(room, event, position);
    }

    private static void apply(Room room, RoomEvent event, long position) {
        Fanout out = new Fanout();
        apply(room, event, position, out);
        room.drain(out);
        out.dispatch();
    }

    private static void apply(Room room, RoomEvent event, long position, Fanout out) {
        room.onEvent(new LoggedEvent(new Position(position), NOW, event), frame(event, position), out);
    }

    private static Frame frame(RoomEvent event, long position) {
        return Frame.of(new Position(position), NOW, Json.bytes(event));
    }

    private static Content.Posted message(Username from, String text) {
        return new Content.Posted(ROOM, MessageId.next(), from, new MessageText(text));
    }

    /** The client, once everything that was queued on its event loop has run. */
    private RecordingReceiver settled(RecordingReceiver client) {
        loop.submit(() -> {}).syncUninterruptibly();
        return client;
    }
}
