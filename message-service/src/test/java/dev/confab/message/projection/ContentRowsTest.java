package dev.confab.message.projection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.confab.message.database.Database;
import dev.confab.message.log.Epochs;
import dev.confab.message.testing.Client;
import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.message.testing.Speaker;
import dev.confab.message.testing.Tokens;
import dev.confab.message.testing.Where;
import dev.confab.protocol.Content;
import dev.confab.protocol.Decision.RoomChanged.Change;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What comes of content over several runs, in rooms and conversations alike. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class ContentRowsTest {
    private static final AtomicInteger PARTITIONS = new AtomicInteger(9_000);
    private static final List<String> TABLES = List.of(
            "message", "notice", "reaction", "pin", "revision", "thread", "thread_answer", "thread_person", "mention");

    @Inject
    LogWriter log;

    @Inject
    ProjectionStore store;

    @Inject
    Epochs epochs;

    @Inject
    Database database;

    private final String test = Long.toString(System.nanoTime());
    private Position created = Position.NONE;

    @BeforeEach
    void begin() {
        created = log.room(Where.room(test).value(), Change.CREATED, false);
        log.promote(Where.room(test).value(), Where.ada(test).value());
        log.account(Where.ada(test).value(), false);
        log.account(Where.bob(test).value(), false);
    }

    /** The history, once all of the log is projected. */
    private JsonPath history(Where where) {
        Client ada = Client.as(Where.ada(test).value());
        Response answer = where == Where.IN_A_ROOM
                ? ada.get("/api/rooms/{room}/messages", Where.room(test).value())
                : ada.get("/api/direct/{user}/messages", Where.bob(test).value());
        answer.then().statusCode(200);
        return answer.jsonPath();
    }

    private MessageRef say(Speaker speaker, String text) {
        Content.Posted posted = speaker.says(text);
        log.append(posted);
        return speaker.ref(posted.id());
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellInHistoryWhatBecameOfMessages(Where where) {
        // given
        Speaker ada = Speaker.ada(where, test);
        Speaker bob = Speaker.bob(where, test);
        MessageRef edited = say(ada, "one");
        MessageRef deleted = say(ada, "two");
        log.append(bob.replies(edited, "three", ada.user()));
        assertThat(history(where).getList("messages.text")).containsExactly("one", "two", "three");
        // when
        log.append(ada.edits(edited, "better one"));
        log.append(ada.deletes(deleted));
        // then
        JsonPath page = history(where);
        assertThat(page.getList("messages.text")).containsExactly("better one", null, "three");
        assertThat(page.getString("messages[0].editedAt")).isNotNull();
        assertThat(page.getMap("messages[1]")).doesNotContainKey("text");
        assertThat(page.getString("messages[1].deleted.by"))
                .isEqualTo(ada.user().value());
        assertThat(page.getString("messages[1].deleted.at")).isNotNull();
        assertThat(page.getString("messages[2].replyTo.author"))
                .isEqualTo(ada.user().value());
        assertThat(page.getString("messages[2].replyTo.id"))
                .isEqualTo(edited.id().toString());
        assertThat(page.getList("messages[2].mentions"))
                .containsExactly(ada.user().value());
        assertThat(page.getMap("messages[2]")).doesNotContainKeys("editedAt", "deleted", "thread", "mentionsAll");
    }

    @ParameterizedTest
    @EnumSource
    void shouldKeepNothingOfADeletedMessageButItsTombstone(Where where) {
        // given
        Speaker ada = Speaker.ada(where, test);
        Speaker bob = Speaker.bob(where, test);
        MessageRef message = say(ada, "secret one");
        log.append(ada.edits(message, "secret two"));
        history(where);
        log.append(ada.edits(message, "secret three"));
        log.append(bob.reacts(message, "👍", true));
        log.append(ada.pins(message, true));
        assertThat(history(where).getList("messages.text")).containsExactly("secret three");
        assertThat(found("secret")).isEqualTo(5); // the message, two edits, two revisions
        assertThat(rows("reaction", where) + rows("pin", where)).isEqualTo(2);
        // when
        log.append(ada.edits(message, "secret four"));
        log.append(ada.deletes(message));
        // then
        assertThat(history(where).getMap("messages[0]")).doesNotContainKey("text");
        assertThat(found("secret")).isZero();
        assertThat(rows("reaction", where) + rows("pin", where) + rows("revision", where))
                .isZero();
        assertThat(rows("message", where)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void shouldHoldEverythingInAGapButTheTextsOfDeletedMessages(Where where) {
        // given
        Speaker ada = Speaker.ada(where, test);
        Speaker bob = Speaker.bob(where, test);
        MessageRef kept = say(ada, "one");
        MessageRef gone = say(ada, "secret");
        log.append(ada.edits(gone, "secret still"));
        log.append(bob.reacts(kept, "👍", true));
        log.append(ada.edits(kept, "better one"));
        Position last = log.append(ada.deletes(gone));
        // when
        JsonPath all = gap(where, Position.NONE, last, 100);
        JsonPath first = gap(where, Position.NONE, last, 2);
        JsonPath rest = gap(where, new Position(first.getLong("through")), last, 100);
        // then
        List<String> types = all.getList("events.type");
        assertThat(types.stream().filter(type -> !Set.of("room", "role").contains(type)))
                .containsExactly("message", "message", "reacted", "edited", "deleted");
        assertThat(all.getMap("events.findAll { it.type == 'message' }[1]"))
                .containsEntry("id", gone.id().toString())
                .doesNotContainKey("text");
        assertThat(all.getString("events")).doesNotContain("secret");
        List<Long> positions = all.<Number>getList("events.position").stream()
                .map(Number::longValue)
                .toList();
        assertThat(positions).isSorted().doesNotHaveDuplicates();
        List<Object> inPages = new ArrayList<>(first.getList("events"));
        inPages.addAll(rest.getList("events"));
        assertThat(inPages).isEqualTo(all.getList("events"));
        assertThat(all.getMap("events.find { it.type == 'edited' }"))
                .containsKeys("position", "at", "id", "from", "about", "text");
        assertThat(all.getMap("events.find { it.type == 'message' }")).doesNotContainKeys("editedAt", "deleted");
    }

    private JsonPath gap(Where where, Position after, Position upTo, int limit) {
        Response answer = internal(where, "/events?after=" + after + "&upTo=" + upTo + "&limit=" + limit);
        answer.then().statusCode(200);
        return answer.jsonPath();
    }

    private Response internal(Where where, String path) {
        String ada = Where.ada(test).value();
        String room = Where.room(test).value();
        var asGateway = given().header("Confab-Pass", Tokens.pass(ada));
        return where == Where.IN_A_ROOM
                ? asGateway
                        .header("Confab-Ticket", Tokens.ticket(ada, room, created.value()))
                        .get("/internal/rooms/" + room + path)
                : asGateway.get("/internal/direct/" + Where.bob(test).value() + path);
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindContentOfAnyKindByItsId(Where where) {
        // given
        Speaker ada = Speaker.ada(where, test);
        Content.Posted posted = ada.says("one");
        Position first = log.append(posted);
        log.append(ada.says(posted.id(), "again"));
        Content.Edited edit = ada.edits(ada.ref(posted.id()), "two");
        Position edited = log.append(edit);
        history(where);
        // then
        String author = "/messages/" + ada.user() + "/";
        assertThat(internal(where, author + posted.id()).jsonPath().getLong("position"))
                .isEqualTo(first.value());
        internal(where, author + edit.id()).then().statusCode(200).body("position", equalTo((int) edited.value()));
        internal(where, author + MessageId.next()).then().statusCode(404).body("code", equalTo("not_found"));
    }

    @Test
    void shouldNotFindWhatWasSaidInADeletedRoomOfTheSameName() {
        // given
        Speaker ada = Speaker.ada(Where.IN_A_ROOM, test);
        Content.Posted posted = ada.says("in the old one");
        log.append(posted);
        history(Where.IN_A_ROOM);
        // when
        log.room(Where.room(test).value(), Change.DELETED, false);
        created = log.room(Where.room(test).value(), Change.CREATED, false);
        // then
        internal(Where.IN_A_ROOM, "/messages/" + ada.user() + "/" + posted.id())
                .then()
                .statusCode(404);
    }

    @Test
    void shouldLetNobodyReadAConversationWithoutAPass() {
        given().get("/internal/direct/{user}/events?after=-1&upTo=0", "bob")
                .then()
                .statusCode(401);
        given().get(
                        "/internal/direct/{user}/messages/bob/{id}",
                        "bob",
                        MessageId.next().toString())
                .then()
                .statusCode(401);
    }

    @ParameterizedTest
    @EnumSource
    void shouldJudgeByWhatWasProjectedInEarlierRuns(Where where) {
        // given
        Speaker ada = Speaker.ada(where, test);
        Speaker bob = Speaker.bob(where, test);
        Content.Posted one = ada.says("one");
        MessageRef message = ada.ref(one.id());
        Content.Edited edit = ada.edits(message, "two");
        List<String> emojis = IntStream.range(0, Content.Reacted.MAX_DIFFERENT)
                .mapToObj(i -> Character.toString(0x1F600 + i))
                .toList();
        Runs runs = new Runs();
        runs.project(one);
        runs.project(edit);
        emojis.forEach(emoji -> runs.project(ada.reacts(message, emoji, true)));
        // then
        assertThat(runs.project(ada.says(edit.id(), "the id of an edit"))).isEqualTo(1);
        assertThat(runs.project(ada.edits(message, one.id(), "the id of the message")))
                .isEqualTo(1);
        assertThat(runs.project(bob.reacts(message, "🦄", true))).isEqualTo(1);
        assertThat(runs.project(bob.reacts(message, emojis.getFirst(), true))).isZero();
        assertThat(runs.project(ada.reacts(message, emojis.getLast(), false), bob.reacts(message, "🦄", true)))
                .isZero();
        assertThat(rows("reaction", where)).isEqualTo(Content.Reacted.MAX_DIFFERENT + 1);
        assertThat(runs.project(ada.deletes(message))).isZero();
        assertThat(runs.project(ada.edits(message, "too late"), bob.reacts(message, "👍", true)))
                .isEqualTo(2);
    }

    @Test
    void shouldRememberWhoModeratesFromOneRunToTheNext() {
        // given
        Speaker ada = Speaker.ada(Where.IN_A_ROOM, test);
        Speaker bob = Speaker.bob(Where.IN_A_ROOM, test);
        String room = Where.room(test).value();
        MessageRef one = say(bob, "one");
        MessageRef two = say(bob, "two");
        history(Where.IN_A_ROOM);
        // when
        log.append(ada.deletes(one));
        history(Where.IN_A_ROOM);
        log.dismiss(room, ada.user().value());
        history(Where.IN_A_ROOM);
        log.append(ada.deletes(two));
        // then
        JsonPath page = history(Where.IN_A_ROOM);
        assertThat(page.getList("messages.text")).containsExactly(null, "two");
        assertThat(page.getString("messages[0].deleted.by"))
                .isEqualTo(ada.user().value());
    }

    @ParameterizedTest
    @EnumSource
    void shouldChangeNothingWhenTheSameRunsComeAgain(Where where) {
        // given
        Speaker ada = Speaker.ada(where, test);
        Speaker bob = Speaker.bob(where, test);
        Content.Posted root = ada.says("root");
        Content.Posted gone = bob.says("gone");
        MessageRef message = ada.ref(root.id());
        List<RoomEvent> events = List.of(
                root,
                gone,
                ada.edits(message, "edited"),
                bob.reacts(message, "👍", true),
                bob.reacts(message, "🎉", true),
                bob.reacts(message, "🎉", false),
                bob.answers(message, "answer"),
                bob.deletes(bob.ref(gone.id())));
        Runs runs = new Runs();
        events.forEach(runs::project);
        List<String> before = snapshot(where);
        // when
        runs.goBack();
        events.forEach(runs::project);
        runs.goBack();
        runs.project(events.toArray(RoomEvent[]::new));
        // then
        assertThat(snapshot(where)).isEqualTo(before);
        assertThat(before).anyMatch(row -> row.contains("edited")).noneMatch(row -> row.contains("gone"));
    }

    /** Runs over a partition that the running projector does not have. */
    private final class Runs {
        private final int partition = PARTITIONS.getAndIncrement();
        private final int epoch = epochs.current().await().indefinitely();
        private long next;

        private Runs() {
            history(Where.IN_A_ROOM);
            store.positions(epoch, List.of(partition)).await().indefinitely();
        }

        /** How many of them are void. */
        private int project(RoomEvent... events) {
            long from = next;
            List<LoggedEvent> logged = IntStream.range(0, events.length)
                    .mapToObj(i -> new LoggedEvent(
                            new Position(5_000_000 + from + i), Instant.ofEpochMilli(1_000 + from + i), events[i]))
                    .toList();
            next += events.length;
            return store.project(new Run(epoch, partition, from, next, logged))
                    .await()
                    .indefinitely()
                    .voided();
        }

        private void goBack() {
            database.run("update projection set next_offset = 0 where epoch = ? and partition_no = ?", epoch, partition)
                    .await()
                    .indefinitely();
            next = 0;
        }
    }

    private long rows(String table, Where where) {
        return database.run(
                        "select count(*) as n from " + table
                                + " t join stream s on s.id = t.stream_id where s.stream_key = ?",
                        where.stream(test).value())
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getLong("n");
    }

    /** How many rows of this test's streams have the text somewhere. */
    private long found(String text) {
        return snapshot(Where.IN_A_ROOM).stream()
                        .filter(row -> row.contains(text))
                        .count()
                + snapshot(Where.IN_A_CONVERSATION).stream()
                        .filter(row -> row.contains(text))
                        .count();
    }

    private List<String> snapshot(Where where) {
        return TABLES.stream()
                .flatMap(table -> database
                        .run(
                                "select t.* from " + table
                                        + " t join stream s on s.id = t.stream_id where s.stream_key = ? order by 1, 2, 3",
                                where.stream(test).value())
                        .await()
                        .indefinitely()
                        .stream()
                        .map(row -> table + " " + row.toJson()))
                .collect(Collectors.toList());
    }
}
