package dev.confab.message.unread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.message.database.Database;
import dev.confab.message.log.Epochs;
import dev.confab.message.testing.Client;
import dev.confab.message.testing.DatabaseGate;
import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.message.unread.ReadMark.Reached;
import dev.confab.protocol.Content;
import dev.confab.protocol.Conversation;
import dev.confab.protocol.Decision.RoomChanged.Change;
import dev.confab.protocol.Destination;
import dev.confab.protocol.Epoch;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class UnreadTest {
    @Inject
    LogWriter log;

    @Inject
    ReadMarkStore store;

    @Inject
    Database database;

    @Inject
    Epochs epochs;

    DatabaseGate gate;

    private final String ada = "ada-" + System.nanoTime();
    private final String room = "Room-" + UUID.randomUUID();
    private Position joined = Position.NONE;

    @AfterEach
    void openTheGate() {
        gate.open();
    }

    @BeforeEach
    void join() {
        log.room(room, Change.CREATED, false);
        log.say(room, "bob", "before Ada came");
        joined = log.join(room, ada);
    }

    /** Once everything that was written to the room is projected. */
    private JsonPath unread() {
        Client.as(ada).page(room, "limit=1");
        return Client.as(ada).get("/api/unread").jsonPath();
    }

    @Test
    void shouldCountWhatOthersWroteSinceTheMembershipBegan() {
        // when
        log.say(room, "bob", "one");
        log.say(room, ada, "my own");
        Position last = log.say(room, "bob", "two");
        // then
        JsonPath unread = unread();
        assertThat(unread.getString("rooms[0].room")).isEqualTo(room);
        assertThat(unread.getInt("rooms[0].unread")).isEqualTo(2);
        assertThat(unread.getLong("rooms[0].position")).isEqualTo(joined.value());
        assertThat(unread.getLong("rooms[0].upTo")).isEqualTo(last.value());
        assertThat(unread.getBoolean("rooms[0].more")).isFalse();
    }

    @Test
    void shouldSayThatThereIsMoreThanItCounts() {
        // given
        for (int i = 0; i < UnreadStore.MOST - 1; i++) {
            log.say(room, "bob", "no " + i);
        }
        Position last = log.say(room, "bob", "the last that is counted");
        // when
        log.say(room, "bob", "one more");
        // then
        JsonPath unread = unread();
        assertThat(unread.getInt("rooms[0].unread")).isEqualTo(UnreadStore.MOST);
        assertThat(unread.getLong("rooms[0].upTo")).isEqualTo(last.value());
        assertThat(unread.getBoolean("rooms[0].more")).isTrue();
    }

    @Test
    void shouldMoveAMarkerOnAndNeverBack() {
        // given
        Position one = log.say(room, "bob", "one");
        Position two = log.say(room, "bob", "two");
        // when
        reads(one);
        // then
        await().untilAsserted(
                        () -> assertThat(unread().getInt("rooms[0].unread")).isEqualTo(1));
        // when
        reads(two);
        reads(one);
        // then
        awaitAllReads();
        assertThat(unread().getInt("rooms[0].unread")).isZero();
        assertThat(unread().getLong("rooms[0].position")).isEqualTo(two.value());
    }

    @Test
    void shouldNotMoveAMarkerBeyondTheEndOfTheLog() {
        // given
        log.say(room, "bob", "one");
        // when
        reads(new Position(1_000_000_000_000L));
        awaitAllReads();
        log.say(room, "bob", "two");
        // then
        assertThat(unread().getInt("rooms[0].unread")).isEqualTo(1);
    }

    @Test
    void shouldTakeNoNoticeOfPositionsOfAnotherLog() {
        // given
        Position one = log.say(room, "bob", "one");
        // when
        log.read(ada, StreamKey.of(new RoomName(room)), new Epoch("another"), one);
        awaitAllReads();
        // then
        assertThat(unread().getInt("rooms[0].unread")).isEqualTo(1);
    }

    @Test
    void shouldCountFromAMarkThatWasKeptBeforeTheMembershipIsProjected() {
        // given: the reads are followed apart from the rooms, and may be ahead of them
        String other = "Other-" + UUID.randomUUID();
        ReadMark mark = new ReadMark(new Username(ada), StreamKey.of(new RoomName(other)));
        int epoch = epochs.current().await().indefinitely();
        store.merge(epoch, Map.of(mark, new Reached(new Position(1_000_000_000))))
                .await()
                .indefinitely();
        // when
        log.room(other, Change.CREATED, false);
        log.join(other, ada);
        log.say(other, "bob", "one");
        Client.as(ada).page(other, "limit=1");
        // then
        assertThat(unread().getInt("rooms.find { it.room == '" + other + "' }.unread"))
                .isZero();
    }

    @Test
    void shouldForgetTheMarkerWithTheMembership() {
        // given
        log.say(room, "bob", "one");
        assertThat(unread().getInt("rooms[0].unread")).isEqualTo(1);
        // when
        log.leave(room, ada);
        // then
        assertThat(unread().getList("rooms")).isEmpty();
        // when
        log.join(room, ada);
        // then
        assertThat(unread().getInt("rooms[0].unread")).isZero();
    }

    @Test
    void shouldGoOnWithWhatWasReadWhileTheDatabaseWasAway() {
        // given
        Position one = log.say(room, "bob", "one");
        assertThat(unread().getInt("rooms[0].unread")).isEqualTo(1);
        // when
        gate.shut();
        reads(one);
        await().untilAsserted(() -> Client.as(ada).get("/api/unread").then().statusCode(503));
        gate.open();
        // then
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(unread().getInt("rooms[0].unread")).isZero());
    }

    @Test
    void shouldNotCountDeletedMessages() {
        // given
        MessageId id = MessageId.next();
        log.say(room, "bob", id, "one");
        log.say(room, "bob", "two");
        // when
        Username bob = new Username("bob");
        log.append(new Content.Deleted(
                new Destination.ToRoom(new RoomName(room)),
                MessageId.next(),
                bob,
                new MessageRef(bob, id),
                Optional.empty()));
        // then
        assertThat(unread().getInt("rooms[0].unread")).isEqualTo(1);
    }

    @Test
    void shouldCountOnlyWhatTheRoomShows() {
        // given
        MessageId root = MessageId.next();
        log.say(room, "bob", root, "root");
        // when
        log.append(answer(root, false));
        log.append(answer(root, true));
        // then
        assertThat(unread().getInt("rooms[0].unread")).isEqualTo(2);
    }

    private Content.Posted answer(MessageId root, boolean alsoInRoom) {
        Username bob = new Username("bob");
        return new Content.Posted(
                new Destination.ToRoom(new RoomName(room)),
                MessageId.next(),
                bob,
                new MessageText("answer"),
                Optional.empty(),
                Optional.of(new MessageRef(bob, root)),
                alsoInRoom,
                List.of(),
                false,
                List.of());
    }

    @Test
    void shouldNotCountBeyondAThousand() {
        // when
        IntStream.range(0, 1_050).parallel().forEach(i -> log.say(room, "bob", "text " + i));
        // then
        assertThat(unread().getInt("rooms[0].unread")).isEqualTo(1_000);
    }

    @Test
    void shouldCountPrivateMessagesToo() {
        // given
        log.account(ada, false);
        log.whisper("bob", ada, "one");
        Position two = log.whisper("bob", ada, "two");
        Client.as(ada).get("/api/direct/{user}/messages", "bob").then().statusCode(200);
        // then
        JsonPath unread = unread();
        assertThat(unread.getString("direct[0].with")).isEqualTo("bob");
        assertThat(unread.getString("direct[0].conversation")).isEqualTo(ada + "/bob");
        assertThat(unread.getInt("direct[0].unread")).isEqualTo(2);
        // when
        log.read(ada, StreamKey.of(Conversation.between(new Username(ada), new Username("bob"))), two);
        // then
        await().untilAsserted(
                        () -> assertThat(unread().getInt("direct[0].unread")).isZero());
        assertThat(unread().getLong("direct[0].position")).isEqualTo(two.value());
    }

    /** Order and repeats don't matter, nor how the records fall into batches. */
    @RepeatedTest(5)
    void shouldKeepTheGreatestPositionInWhateverOrderTheyCome(RepetitionInfo repetition) {
        // given
        Random random = new Random(repetition.getCurrentRepetition());
        List<ReadMark> marks = IntStream.range(0, 10)
                .mapToObj(i -> new ReadMark(new Username(ada + i), StreamKey.of(new RoomName(room))))
                .toList();
        List<Map<ReadMark, Reached>> batches = IntStream.range(0, 30)
                .mapToObj(i -> marks.stream()
                        .filter(mark -> random.nextBoolean())
                        .collect(Collectors.toMap(
                                mark -> mark,
                                mark -> new Reached(new Position(random.nextInt(20)), random.nextBoolean()))))
                .toList();
        Map<ReadMark, Reached> greatest = new HashMap<>();
        batches.forEach(batch -> batch.forEach(
                (mark, position) -> greatest.merge(mark, position, BinaryOperator.maxBy(Reached::compareTo))));
        List<Map<ReadMark, Reached>> shuffled = new ArrayList<>(
                Stream.concat(batches.stream(), batches.stream()).toList());
        Collections.shuffle(shuffled, random);
        // when
        int epoch = 7;
        shuffled.forEach(batch -> store.merge(epoch, batch).await().indefinitely());
        store.merge(epoch - 1, Map.of(marks.getFirst(), new Reached(new Position(5_000), false)))
                .await()
                .indefinitely();
        // then
        greatest.forEach((mark, position) -> assertThat(stored(mark))
                .isEqualTo(epoch + "." + position.position() + (position.hidden() ? " hidden" : "")));
    }

    private String stored(ReadMark mark) {
        return database.run(
                        "select concat(epoch, '.', position, if(hidden, ' hidden', '')) as place from read_mark where stream_key = ? and user_key = ?",
                        mark.stream().value(),
                        mark.user().key())
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString("place");
    }

    private void reads(Position position) {
        log.read(ada, StreamKey.of(new RoomName(room)), position);
    }

    /** Until everything is kept that was read so far: the topic has one order. */
    private void awaitAllReads() {
        ReadMark last = new ReadMark(new Username("last-" + System.nanoTime()), StreamKey.of(new RoomName(room)));
        log.read(last.user().value(), last.stream(), joined);
        await().until(() -> database.run(
                                "select 1 from read_mark where user_key = ?",
                                last.user().key())
                        .await()
                        .indefinitely()
                        .size()
                > 0);
    }
}
