package dev.confab.message.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.confab.message.database.Database;
import dev.confab.message.database.Ids;
import dev.confab.message.log.Epochs;
import dev.confab.message.log.LogEnds;
import dev.confab.message.testing.Client;
import dev.confab.message.testing.DatabaseGate;
import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.protocol.Content;
import dev.confab.protocol.Decision;
import dev.confab.protocol.Decision.RoomChanged.Change;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Position;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Topic;
import dev.confab.protocol.Username;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class ExactlyOnceTest {
    private static final Client ADA = Client.as("ada");

    @Inject
    LogWriter log;

    @Inject
    ProjectionStore store;

    @Inject
    ProjectRuns projectRuns;

    @Inject
    Database database;

    @Inject
    Epochs epochs;

    @Inject
    LogEnds logEnds;

    DatabaseGate gate;

    private final String room = "room-" + UUID.randomUUID();

    @AfterEach
    void openTheGate() {
        gate.open();
    }

    private int epoch() {
        return epochs.current().await().indefinitely();
    }

    private int partition() {
        return logEnds.partition(StreamKey.of(new RoomName(room)));
    }

    private LoggedEvent message(long position, String text) {
        return new LoggedEvent(
                new Position(position),
                Instant.now(),
                new Content.Posted(new RoomName(room), MessageId.next(), new Username("ada"), new MessageText(text)));
    }

    private static LoggedEvent judged(LoggedEvent logged, Position at) {
        return new LoggedEvent(logged.position(), logged.at(), at, logged.event());
    }

    private long stored(int partition) {
        return store.positions(epoch()).await().indefinitely().getOrDefault(partition, 0L);
    }

    @Test
    void shouldWriteNothingForAReplicaThatLostItsPartitionUnawares() {
        // given
        log.room(room, Change.CREATED, false);
        long end = log.say(room, "ada", "projected").value() + 1;
        assertThat(ADA.texts(room, "")).containsExactly("projected");
        Run stale = new Run(epoch(), partition(), end - 1, end, List.of(message(end - 1, "a second time")));
        // when
        assertThatThrownBy(() -> store.project(stale).await().indefinitely()).isInstanceOf(Superseded.class);
        // then
        assertThat(ADA.texts(room, "")).containsExactly("projected");
        assertThat(stored(partition())).isEqualTo(end);
    }

    @Test
    void shouldLetOneOfTwoReplicasProjectTheSameRun() {
        // given: a partition that the running projector does not have
        int partition = 1_000;
        store.positions(epoch(), List.of(partition)).await().indefinitely();
        List<LoggedEvent> events =
                IntStream.range(0, 100).mapToObj(i -> message(i, "text " + i)).toList();
        Run run = new Run(epoch(), partition, 0, 100, events);
        log.room(room, Change.CREATED, false);
        assertThat(ADA.texts(room, "")).isEmpty();
        // when
        List<Boolean> won = IntStream.range(0, 5)
                .parallel()
                .mapToObj(i -> store.project(run)
                        .replaceWith(true)
                        .onFailure(Superseded.class)
                        .recoverWithItem(false)
                        .await()
                        .indefinitely())
                .toList();
        // then
        assertThat(won).containsOnlyOnce(true);
        assertThat(ADA.texts(room, "limit=200")).hasSize(100);
        assertThat(stored(partition)).isEqualTo(100);
    }

    @Test
    void shouldVoidWhatWasWrittenByWhoHadBeenKickedInAnEarlierRun() {
        // given
        log.room(room, Change.CREATED, false);
        assertThat(ADA.texts(room, "")).isEmpty();
        int partition = 1_003;
        store.positions(epoch(), List.of(partition)).await().indefinitely();
        RoomEvent kick = new Decision.Kicked(
                new RoomName(room), MessageId.next(), new Username("ada"), new Username("owner"), "");
        LoggedEvent kicked = new LoggedEvent(new Position(0), Instant.now(), kick);
        LoggedEvent unawares = judged(message(1, "unawares"), Position.NONE);
        LoggedEvent cameBack = judged(message(2, "back again"), new Position(0));
        store.project(new Run(epoch(), partition, 0, 1, List.of(kicked)))
                .await()
                .indefinitely();
        // when
        Changes changes = store.project(new Run(epoch(), partition, 1, 3, List.of(unawares, cameBack)))
                .await()
                .indefinitely();
        // then
        assertThat(changes.content().added())
                .extracting(message -> message.text().orElseThrow().value())
                .containsExactly("back again");
        assertThat(changes.voided()).isEqualTo(1);
    }

    @Test
    void shouldChangeNothingWhenTheSameRecordsComeAgain() {
        // given
        log.room(room, Change.CREATED, false);
        MessageId id = MessageId.next();
        log.say(room, "ada", id, "one");
        log.say(room, "ada", "two");
        assertThat(ADA.texts(room, "")).containsExactly("one", "two");
        // when: a log that is read again from the start is one whose position was set back
        int partition = 1_001;
        store.positions(epoch(), List.of(partition)).await().indefinitely();
        LoggedEvent again = new LoggedEvent(
                new Position(0),
                Instant.now(),
                new Content.Posted(new RoomName(room), id, new Username("ada"), new MessageText("one")));
        Changes changes = store.project(new Run(epoch(), partition, 0, 1, List.of(again)))
                .await()
                .indefinitely();
        // then
        assertThat(changes.content().added()).isEmpty();
        assertThat(changes.voided()).isEqualTo(1);
        assertThat(ADA.texts(room, "")).containsExactly("one", "two");
    }

    @Test
    void shouldKeepOnceWhatEverybodyWasToldWhenTheLogIsReadAgain() {
        // given
        log.room(room, Change.CREATED, false);
        assertThat(ADA.texts(room, "")).isEmpty();
        int partition = 1_005;
        store.positions(epoch(), List.of(partition)).await().indefinitely();
        RoomEvent promoted = new Decision.RoleChanged(
                new RoomName(room), MessageId.next(), new Username("ada"), Role.MODERATOR, new Username("owner"));
        Run run = new Run(
                epoch(), partition, 0, 1, List.of(new LoggedEvent(new Position(1_000_000), Instant.now(), promoted)));
        store.project(run).await().indefinitely();
        assertThat(notices()).isEqualTo(2);
        // when
        database.run("update projection set next_offset = 0 where epoch = ? and partition_no = ?", epoch(), partition)
                .await()
                .indefinitely();
        store.project(run).await().indefinitely();
        // then
        assertThat(notices()).isEqualTo(2);
        assertThat(stored(partition)).isEqualTo(1);
    }

    private long notices() {
        return database.run(
                        "select count(*) as n from notice n join stream s on s.id = n.stream_id where s.stream_key = ?",
                        StreamKey.of(new RoomName(room)).value())
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong("n");
    }

    @Test
    void shouldProjectWhatComesTogetherWithARepeatedMessage() {
        // given
        log.room(room, Change.CREATED, false);
        MessageId id = MessageId.next();
        log.say(room, "ada", id, "one");
        assertThat(ADA.texts(room, "")).containsExactly("one");
        int partition = 1_004;
        store.positions(epoch(), List.of(partition)).await().indefinitely();
        LoggedEvent repeated = new LoggedEvent(
                new Position(1_000_001),
                Instant.now(),
                new Content.Posted(new RoomName(room), id, new Username("ada"), new MessageText("another one")));
        List<LoggedEvent> events = List.of(message(1_000_000, "two"), repeated, message(1_000_002, "three"));
        // when
        Changes changes =
                store.project(new Run(epoch(), partition, 0, 3, events)).await().indefinitely();
        // then
        assertThat(changes.content().added()).hasSize(2);
        assertThat(changes.voided()).isEqualTo(1);
        assertThat(ADA.texts(room, "")).containsExactly("one", "two", "three");
        assertThat(stored(partition)).isEqualTo(3);
    }

    @Test
    void shouldCatchUpAfterTheDatabaseWasAwayAndLoseNothing() {
        // given
        log.room(room, Change.CREATED, false);
        log.say(room, "ada", "text 0");
        assertThat(ADA.texts(room, "")).containsExactly("text 0");
        // when
        gate.shut();
        IntStream.range(1, 50).forEach(i -> log.say(room, "ada", "text " + i));
        // then
        Awaitility.await()
                .untilAsserted(
                        () -> ADA.get("/api/rooms/{room}/messages", room).then().statusCode(503));
        // when
        gate.open();
        // then
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(ADA.texts(room, "limit=200"))
                        .isEqualTo(IntStream.range(0, 50)
                                .mapToObj(i -> "text " + i)
                                .toList()));
    }

    @Test
    void shouldStepOverRecordsThatAreNoEvents() {
        // given
        log.room(room, Change.CREATED, false);
        byte[] key = StreamKey.of(new RoomName(room)).bytes();
        // when
        List.of(
                        "not json",
                        "",
                        "null",
                        "[]",
                        "{\"type\":\"message\"}",
                        "{\"type\":\"message\",\"room\":\"another\",\"id\":\"%s\",\"from\":\"ada\",\"text\":\"hi\"}"
                                .formatted(MessageId.next()))
                .forEach(value -> log.send(Topic.ROOMS, key, value.getBytes(StandardCharsets.UTF_8)));
        log.send(Topic.ROOMS, key, null);
        log.say(room, "ada", "after the poison");
        // then
        assertThat(ADA.texts(room, "")).containsExactly("after the poison");
    }

    @Test
    void shouldStepOverTheOneEventThatTheDatabaseRefuses() {
        // given: a message whose place is taken, as if by a hand in the database
        int partition = 1_002;
        log.room(room, Change.CREATED, false);
        assertThat(ADA.texts(room, "")).isEmpty();
        store.positions(epoch(), List.of(partition)).await().indefinitely();
        database.run(
                        "insert into message (stream_id, epoch, position, appended_at, id, author, body)"
                                + " select id, ?, 7, 0, ?, 'eve', 'in the way' from stream where stream_key = ?",
                        epoch(),
                        Ids.binary(MessageId.next()),
                        StreamKey.of(new RoomName(room)).value())
                .await()
                .indefinitely();
        List<LoggedEvent> events =
                IntStream.range(0, 20).mapToObj(i -> message(i, "text " + i)).toList();
        // when
        projectRuns
                .project(List.of(new Run(epoch(), partition, 0, 20, events)))
                .await()
                .indefinitely();
        // then
        assertThat(ADA.texts(room, "after=0"))
                .hasSize(19)
                .contains("in the way", "text 6", "text 8")
                .doesNotContain("text 7");
        assertThat(stored(partition)).isEqualTo(20);
    }

    @Test
    void shouldReadAnOlderLogBelowTheNewOne() {
        // given: the present log is a later one than that of these rows
        log.room(room, Change.CREATED, false);
        log.say(room, "ada", "of the new log");
        assertThat(ADA.texts(room, "")).hasSize(1);
        database.run(
                        "insert into message (stream_id, epoch, position, appended_at, id, author, body)"
                                + " select id, ?, 1000000, 0, ?, 'eve', 'of the old log' from stream where stream_key = ?",
                        epoch() - 1,
                        Ids.binary(MessageId.next()),
                        StreamKey.of(new RoomName(room)).value())
                .await()
                .indefinitely();
        // when
        var newest = ADA.page(room, "limit=1");
        var older = ADA.page(room, "limit=1&before=" + newest.getString("prev"));
        // then
        assertThat(newest.getList("messages.text")).containsExactly("of the new log");
        assertThat(older.getList("messages.text")).containsExactly("of the old log");
        assertThat(ADA.texts(room, "after=" + older.getString("next"))).containsExactly("of the new log");
    }

    @Test
    void shouldTakeAwayTheRowsOfADeletedRoom() {
        // given
        log.room(room, Change.CREATED, false);
        log.join(room, "ada");
        log.say(room, "ada", "hi");
        ADA.texts(room, "");
        long before = rows();
        // when
        log.room(room, Change.DELETED, false);
        // then
        assertThat(before).isPositive();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(this::rows, left -> left == 0);
    }

    private long rows() {
        return database.run(
                        "select (select count(*) from stream where stream_key is null)"
                                + " + (select count(*) from message where stream_id = s.id)"
                                + " + (select count(*) from notice n join stream t on t.id = n.stream_id"
                                + "     where t.stream_key is null) as n from stream s"
                                + " where s.stream_key = ? or s.stream_key is null order by n desc limit 1",
                        StreamKey.of(new RoomName(room)).value())
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong("n");
    }
}
