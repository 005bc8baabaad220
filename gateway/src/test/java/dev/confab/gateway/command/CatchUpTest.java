package dev.confab.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.gateway.fanout.Fanout;
import dev.confab.gateway.fanout.Frame;
import dev.confab.gateway.log.Backfill.Gap;
import dev.confab.gateway.log.Backfill.Page;
import dev.confab.gateway.log.ReadPositions;
import dev.confab.gateway.room.Arrival;
import dev.confab.gateway.room.Conversations;
import dev.confab.gateway.room.RecordingReceiver;
import dev.confab.gateway.room.Rooms;
import dev.confab.gateway.room.Streams;
import dev.confab.gateway.room.TestRooms;
import dev.confab.protocol.Content;
import dev.confab.protocol.Destination;
import dev.confab.protocol.Json;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Target;
import dev.confab.protocol.Username;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The seam between what was missed and what comes, for gaps that the ring does not reach back to. */
class CatchUpTest {
    private static final RoomName ROOM = new RoomName("kitchen");
    private static final Username ANN = new Username("ann");
    private static final Username BOB = new Username("bob");
    private static final Instant NOW = Instant.parse("2030-01-01T12:00:00Z");
    private static final int RING = 8;

    private final EventLoop loop = new DefaultEventLoop();
    private final ScheduledExecutorService elsewhere = Executors.newSingleThreadScheduledExecutor();
    private final Rooms rooms = TestRooms.remembering(RING);
    private final Conversations conversations = TestRooms.conversations(RING);
    private final Streams streams = TestRooms.streams(rooms, conversations);
    private final ConcurrentHashMap<Long, Frame> log = new ConcurrentHashMap<>();
    private final AtomicInteger pages = new AtomicInteger();

    @AfterEach
    void stop() {
        elsewhere.shutdownNow();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    static Stream<Target> targets() {
        return Stream.of(new Target.Room(ROOM), new Target.Person(BOB));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void shouldLoseAndDoubleNothingHoweverOldTheGapWhileTheLogRuns(Target target) throws InterruptedException {
        // given
        int events = 1_500;
        List<RecordingReceiver> clients = new ArrayList<>();
        List<Long> since = new ArrayList<>();
        CatchUp catchUp = new CatchUp(this::page, new ReadPositions());
        apply(target, 1, 500);
        // when
        Thread writer = Thread.ofPlatform().start(() -> {
            for (long p = 501; p <= events; ) {
                long end = Math.min(events, p + ThreadLocalRandom.current().nextLong(1, 8));
                apply(target, p, end);
                p = end + 1;
            }
        });
        for (int i = 0; i < 40; i++) {
            long seen = ThreadLocalRandom.current().nextLong(0, 500);
            since.add(seen);
            clients.add(join(target, catchUp, new Position(seen)));
        }
        writer.join();
        // then
        for (int i = 0; i < clients.size(); i++) {
            RecordingReceiver client = clients.get(i);
            List<Long> all =
                    LongStream.rangeClosed(since.get(i) + 1, events).boxed().toList();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> client.positions().size() >= all.size());
            assertThat(client.positions()).containsExactlyElementsOf(all);
        }
        assertThat(pages.get()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void shouldStartAgainLoudlyWhereTheLogIsNowIfNobodyHasTheGap(Target target) {
        // given
        CatchUp catchUp = new CatchUp(
                (gap, since, upTo) -> Uni.createFrom().failure(new IllegalStateException("away")), new ReadPositions());
        apply(target, 1, 100);
        // when
        RecordingReceiver client = join(target, catchUp, new Position(5));
        await().until(() -> !client.frames().isEmpty());
        apply(target, 101, 102);
        // then
        await().until(() -> client.frames().size() == 3);
        assertThat(client.types()).containsExactly("reset", "message", "message");
        assertThat(client.frames().getFirst().path("position").asLong()).isEqualTo(100);
        assertThat(client.positions()).containsExactly(101L, 102L);
    }

    /** Answers later and from another thread, with pages of any size. */
    private Uni<Optional<Page>> page(Gap gap, Position since, Position upTo) {
        pages.incrementAndGet();
        long through = Math.min(
                upTo.value(), since.value() + ThreadLocalRandom.current().nextLong(1, 900));
        List<Frame> frames = LongStream.rangeClosed(since.value() + 1, through)
                .mapToObj(log::get)
                .toList();
        Optional<Page> page = Optional.of(new Page(frames, new Position(through)));
        return Uni.createFrom()
                .item(page)
                .onItem()
                .delayIt()
                .onExecutor(elsewhere)
                .by(Duration.ofMillis(1));
    }

    private RecordingReceiver join(Target target, CatchUp catchUp, Position since) {
        RecordingReceiver client = new RecordingReceiver(loop);
        Gap gap = new Gap(ANN, new SessionId("s"), target, Optional.of("ticket"));
        streams.with(
                target,
                ANN,
                stream -> stream.enter(
                        new Arrival(client, ANN, Position.NONE, Optional.of(since)),
                        Position.NONE,
                        entry -> catchUp.fill(gap, since, entry)));
        return client;
    }

    private void apply(Target target, long from, long to) {
        Fanout out = new Fanout();
        for (long p = from; p <= to; p++) {
            Content.Posted event =
                    new Content.Posted(destination(target), MessageId.next(), BOB, new MessageText("m" + p));
            Frame frame = Frame.of(new Position(p), NOW, Json.bytes(event));
            log.put(p, frame);
            LoggedEvent logged = new LoggedEvent(new Position(p), NOW, event);
            if (target instanceof Target.Room) {
                rooms.onEvent(ROOM, logged, frame, out);
            } else {
                conversations.onEvent(event.stream(), logged, frame, out);
            }
        }
        streams.with(target, ANN, stream -> {
            stream.drain(out);
            return stream;
        });
        out.dispatch();
    }

    private static Destination destination(Target target) {
        return target instanceof Target.Room(var room) ? new Destination.ToRoom(room) : Destination.between(BOB, ANN);
    }
}
