package dev.confab.message.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.message.database.Database;
import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.Scene;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.message.testing.Speaker;
import dev.confab.message.testing.Statements;
import dev.confab.message.testing.Where;
import dev.confab.protocol.Content;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a page tells of its messages beside their texts, in rooms and conversations alike. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class BundlesTest {
    @Inject
    LogWriter log;

    @Inject
    Database database;

    @ParameterizedTest
    @EnumSource
    void shouldTellReactionsThoseFirstThatCameFirst(Where where) {
        // given
        Scene scene = Scene.of(log, where);
        MessageRef message = scene.say(scene.ada, "one");
        scene.say(scene.ada, "two");
        // when
        log.append(scene.bob.reacts(message, "🎉", true));
        log.append(scene.bob.reacts(message, "👍", true));
        log.append(scene.ada.reacts(message, "👍", true));
        log.append(scene.bob.reacts(message, "😀", true));
        log.append(scene.bob.reacts(message, "😀", false));
        // then
        JsonPath page = scene.page("");
        String ada = scene.ada.user().value();
        String bob = scene.bob.user().value();
        assertThat(page.<Object>getList("messages[0].reactions"))
                .containsExactly(
                        Map.of("emoji", "🎉", "count", 1, "mine", false, "people", List.of(bob)),
                        Map.of("emoji", "👍", "count", 2, "mine", true, "people", List.of(bob, ada)));
        assertThat(page.getList("messages[1].reactions")).isEmpty();
        assertThat(page.getList("messages[1].mentions")).isEmpty();
        assertThat(page.getMap("messages[1]")).doesNotContainKeys("replies", "replyTo", "pinned", "alsoInRoom");
    }

    @Test
    void shouldNameTheFirstFewOfMany() {
        // given
        Scene scene = Scene.of(log, Where.IN_A_ROOM);
        MessageRef message = scene.say(scene.ada, "one");
        // when
        List<Speaker> people = IntStream.range(0, 40)
                .mapToObj(i -> scene.other("somebody-with-a-long-name-" + i))
                .toList();
        people.forEach(speaker -> log.append(speaker.reacts(message, "👍", true)));
        people.reversed().forEach(speaker -> log.append(speaker.answers(message, "answer")));
        log.append(people.get(3).answers(message, "another answer"));
        // then
        JsonPath page = scene.page("");
        assertThat(page.getInt("messages[0].reactions[0].count")).isEqualTo(40);
        assertThat(page.<String>getList("messages[0].reactions[0].people"))
                .containsExactlyElementsOf(names(people.subList(0, 10)));
        assertThat(page.getInt("messages[0].replies.count")).isEqualTo(41);
        assertThat(page.<String>getList("messages[0].replies.people"))
                .hasSize(5)
                .startsWith(people.get(3).user().value());
    }

    private static List<String> names(List<Speaker> people) {
        return people.stream().map(Speaker::user).map(Username::value).toList();
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveNoMoreThanTwentyEmojiOnAMessage(Where where) {
        // given
        Scene scene = Scene.of(log, where);
        MessageRef message = scene.say(scene.ada, "one");
        // when
        IntStream.range(0, 21)
                .forEach(i -> log.append(scene.bob.reacts(message, Character.toString(0x1F600 + i), true)));
        // then
        assertThat(scene.page("").<String>getList("messages[0].reactions.emoji"))
                .hasSize(20)
                .doesNotContain(Character.toString(0x1F600 + 20));
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellHowTheMessageBeginsThatIsAnswered(Where where) {
        // given
        Scene scene = Scene.of(log, where);
        MessageRef message = scene.say(scene.ada, "first " + "👩‍👩‍👧‍👦".repeat(50));
        scene.post(scene.bob.replies(message, "answer"));
        MessageRef never = scene.ada.ref(MessageId.next());
        scene.post(scene.bob.replies(never, "answer to nothing"));
        // then
        JsonPath before = scene.page("");
        assertThat(before.getString("messages[1].replyTo.author"))
                .isEqualTo(scene.ada.user().value());
        assertThat(before.getString("messages[1].replyTo.id"))
                .isEqualTo(message.id().toString());
        assertThat(before.getString("messages[1].replyTo.excerpt")).matches("first (👩‍👩‍👧‍👦){12}");
        assertThat(before.getMap("messages[2].replyTo")).containsOnlyKeys("author", "id");
        // when
        log.append(scene.ada.edits(message, "better"));
        // then
        assertThat(scene.page("").getString("messages[1].replyTo.excerpt")).isEqualTo("better");
        // when
        log.append(scene.ada.deletes(message));
        scene.post(scene.bob.replies(message, "too late"));
        // then
        JsonPath after = scene.page("");
        assertThat(after.getMap("messages[1].replyTo"))
                .doesNotContainKey("excerpt")
                .containsEntry("deleted", true);
        assertThat(after.getMap("messages[3].replyTo")).isEqualTo(after.getMap("messages[1].replyTo"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellOfAThreadAtItsRootAndShowItsAnswersThereAlone(Where where) {
        // given
        Scene scene = Scene.of(log, where);
        MessageRef root = scene.say(scene.ada, "root");
        MessageRef first = scene.post(scene.bob.answers(root, "first"));
        MessageRef second = scene.post(scene.ada.answers(root, "second"));
        scene.post(scene.bob.answers(root, "third"));
        scene.post(alsoInRoom(scene.bob.answers(root, "fourth")));
        scene.say(scene.bob, "beside it");
        // then
        JsonPath page = scene.page("");
        assertThat(page.getList("messages.text")).containsExactly("root", "fourth", "beside it");
        assertThat(page.getBoolean("messages[1].alsoInRoom")).isTrue();
        assertThat(page.getString("messages[1].thread.id")).isEqualTo(root.id().toString());
        assertThat(page.getInt("messages[0].replies.count")).isEqualTo(4);
        assertThat(page.getList("messages[0].replies.people"))
                .isEqualTo(List.of(scene.bob.user().value(), scene.ada.user().value()));
        assertThat(Instant.parse(page.getString("messages[0].replies.last")))
                .isEqualTo(Instant.parse(page.getString("messages[1].at")));
        // when
        log.append(scene.ada.deletes(second));
        log.append(scene.bob.deletes(first));
        // then
        JsonPath after = scene.page("");
        assertThat(after.getInt("messages[0].replies.count")).isEqualTo(2);
        assertThat(after.getList("messages[0].replies.people"))
                .containsExactly(scene.bob.user().value());
    }

    private static Content.Posted alsoInRoom(Content.Posted answer) {
        return new Content.Posted(
                answer.destination(),
                answer.id(),
                answer.from(),
                answer.text(),
                answer.replyTo(),
                answer.thread(),
                true,
                answer.mentions(),
                answer.mentionsAll(),
                List.of());
    }

    @ParameterizedTest
    @EnumSource
    void shouldLeaveNothingAtADeletedMessage(Where where) {
        // given
        Scene scene = Scene.of(log, where);
        MessageRef message = scene.post(scene.ada.replies(scene.say(scene.ada, "one"), "secret", scene.bob.user()));
        log.append(scene.bob.reacts(message, "👍", true));
        log.append(scene.ada.pins(message, true));
        assertThat(scene.page("").getBoolean("messages[1].pinned")).isTrue();
        // when
        log.append(scene.ada.deletes(message));
        log.append(scene.ada.edits(message, "secret again"));
        log.append(scene.bob.reacts(message, "👍", true));
        log.append(scene.ada.pins(message, true));
        // then
        JsonPath page = scene.page("");
        assertThat(page.getMap("messages[1]")).doesNotContainKeys("text", "pinned", "editedAt");
        assertThat(page.getList("messages[1].reactions")).isEmpty();
        assertThat(page.getList("messages[1].mentions")).isEmpty();
        assertThat(page.getString("messages[1].deleted.by"))
                .isEqualTo(scene.ada.user().value());
    }

    @Test
    void shouldTellOfTheLastMessageOfAConversationWhatAPageTells() {
        // given
        Scene scene = Scene.of(log, Where.IN_A_CONVERSATION);
        MessageRef message = scene.say(scene.ada, "one");
        log.append(scene.bob.reacts(message, "👍", true));
        JsonPath page = scene.page("");
        // when
        JsonPath list = scene.list(scene.ada);
        // then
        assertThat(list.getMap("conversations[0].last")).isEqualTo(page.getMap("messages[0]"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldWalkOverTheAnswersInThreadsBothWays(Where where) {
        // given
        Scene scene = Scene.of(log, where);
        MessageRef root = scene.say(scene.ada, "text 0");
        for (int i = 1; i < 6; i++) {
            for (int k = 0; k < 5; k++) {
                scene.post(scene.bob.answers(root, "answer"));
            }
            scene.say(scene.bob, "text " + i);
        }
        // when
        JsonPath newest = scene.page("limit=2");
        JsonPath older = scene.page("limit=2&before=" + newest.getString("prev"));
        JsonPath newer = scene.page("limit=2&after=" + older.getString("next"));
        JsonPath around = scene.page("limit=4&around=" + older.getLong("messages[1].position"));
        // then
        assertThat(newest.getList("messages.text")).containsExactly("text 4", "text 5");
        assertThat(older.getList("messages.text")).containsExactly("text 2", "text 3");
        assertThat(newer.getList("messages.text")).containsExactly("text 4", "text 5");
        assertThat(around.getList("messages.text")).containsExactly("text 2", "text 3", "text 4", "text 5");
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadAPageWithAsManyStatementsHoweverManyMessagesItHas(Where where) {
        // given
        Scene scene = Scene.of(log, where);
        MessageRef root = scene.say(scene.ada, "root");
        for (int i = 0; i < 20; i++) {
            MessageRef message = scene.post(scene.bob.replies(root, "text " + i));
            log.append(scene.ada.reacts(message, "👍", true));
            scene.post(scene.ada.answers(message, "answer"));
        }
        Position middle = new Position(scene.page("").getLong("messages[10].position"));
        for (String query : List.of("", "before=" + middle, "after=" + middle, "around=" + middle)) {
            for (int limit : new int[] {1, 200}) {
                // when
                Statements.forget();
                scene.page(query + (query.isEmpty() ? "" : "&") + "limit=" + limit);
                // then: who may read, the messages, the reactions
                assertThat(Statements.selects()).as(query).hasSize(3);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldReadAPageInTheOrderOfAnIndex(Where where) {
        // given
        Scene scene = Scene.of(log, where);
        scene.say(scene.ada, "one");
        Statements.forget();
        scene.page("before=" + (scene.page("").getLong("messages[0].position") + 1));
        // when
        Statements.Ran page = Statements.selects().stream()
                .filter(ran -> ran.statement().contains("position <"))
                .findFirst()
                .orElseThrow();
        var plan = database.run("explain " + page.statement(), page.parameters())
                .await()
                .indefinitely();
        // then
        var messages =
                plan.stream().filter(row -> "m".equals(row.getString("table"))).toList();
        assertThat(messages).isNotEmpty().allSatisfy(row -> {
            assertThat(row.getString("type")).isIn("range", "ref");
            assertThat(row.getString("key")).isEqualTo("message_shown");
            assertThat(row.getString("Extra")).doesNotContain("filesort").doesNotContain("temporary");
        });
    }
}
