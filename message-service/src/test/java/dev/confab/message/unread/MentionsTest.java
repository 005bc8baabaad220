package dev.confab.message.unread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.message.testing.Client;
import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.Scene;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.message.testing.Speaker;
import dev.confab.message.testing.Statements;
import dev.confab.message.testing.Where;
import dev.confab.protocol.Content;
import dev.confab.protocol.Decision.RoomChanged.Change;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How many of the new messages name the reader. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class MentionsTest {
    @Inject
    LogWriter log;

    private Scene scene;
    private Username ada;

    private void talk(Where where) {
        scene = Scene.of(log, where);
        ada = scene.ada.user();
        log.join(scene.room(), ada.value());
    }

    private JsonPath entry() {
        scene.page("limit=1");
        JsonPath unread = Client.as(ada.value()).get("/api/unread").jsonPath();
        String entry = scene.where() == Where.IN_A_ROOM ? "rooms[0]" : "direct[0]";
        assertThat(unread.getMap(entry)).containsKeys("unread", "mentions", "position");
        unread.setRootPath(entry);
        return unread;
    }

    private int mentions() {
        return entry().getInt("mentions");
    }

    private static Content.Posted naming(Content.Posted posted, boolean everybody, Username... users) {
        return new Content.Posted(
                posted.destination(),
                posted.id(),
                posted.from(),
                posted.text(),
                posted.replyTo(),
                posted.thread(),
                posted.alsoInRoom(),
                List.of(users),
                everybody,
                List.of());
    }

    private static Content.Edited naming(Content.Edited edited, boolean everybody, Username... users) {
        return new Content.Edited(
                edited.destination(),
                edited.id(),
                edited.from(),
                edited.about(),
                edited.text(),
                List.of(users),
                everybody);
    }

    @ParameterizedTest
    @EnumSource
    void shouldCountNewMessagesThatNameTheReaderOrEverybody(Where where) {
        // given
        talk(where);
        Username inLowerCase = new Username(ada.value().toLowerCase(Locale.ROOT));
        // when
        scene.say(scene.bob, "nobody");
        scene.post(naming(scene.bob.says("one"), false, inLowerCase, scene.bob.user()));
        scene.post(naming(scene.bob.says("two"), true));
        scene.post(naming(scene.bob.says("three"), true, ada));
        scene.post(naming(scene.bob.says("another"), false, new Username("carl")));
        scene.post(naming(scene.ada.says("my own"), true, ada));
        // then
        JsonPath entry = entry();
        assertThat(entry.getInt("mentions")).isEqualTo(3);
        assertThat(entry.getInt("unread")).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource
    void shouldCountWhatMessagesSayNow(Where where) {
        // given
        talk(where);
        MessageRef first = scene.say(scene.bob, "one");
        MessageRef second = scene.post(naming(scene.bob.says("two"), false, ada));
        MessageRef third = scene.post(naming(scene.bob.says("three"), true));
        assertThat(mentions()).isEqualTo(2);
        // when
        log.append(naming(scene.bob.edits(first, "@ada"), false, ada));
        log.append(scene.bob.edits(second, "nobody"));
        log.append(naming(scene.bob.edits(third, "@ada"), false, ada));
        // then
        assertThat(mentions()).isEqualTo(2);
        // when
        log.append(scene.bob.deletes(third));
        // then
        assertThat(mentions()).isEqualTo(1);
        assertThat(entry().getInt("unread")).isEqualTo(2);
        // when
        log.append(naming(scene.bob.edits(third, "@ada again"), false, ada));
        // then
        assertThat(mentions()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void shouldCountOnlyWhatTheStreamShows(Where where) {
        // given
        talk(where);
        MessageRef root = scene.say(scene.bob, "root");
        MessageRef hidden = scene.post(naming(scene.bob.answers(root, "hidden"), false, ada));
        MessageRef shown = scene.post(shown(naming(scene.bob.answers(root, "shown"), false, ada)));
        assertThat(mentions()).isEqualTo(1);
        // when
        log.append(naming(scene.bob.edits(hidden, "hidden still"), true));
        log.append(naming(scene.bob.edits(shown, "shown still"), true));
        // then
        assertThat(mentions()).isEqualTo(1);
        assertThat(entry().getInt("unread")).isEqualTo(2);
    }

    private static Content.Posted shown(Content.Posted answer) {
        return new Content.Posted(
                answer.destination(),
                MessageId.next(),
                answer.from(),
                answer.text(),
                Optional.empty(),
                answer.thread(),
                true,
                answer.mentions(),
                answer.mentionsAll(),
                List.of());
    }

    @ParameterizedTest
    @EnumSource
    void shouldCountNoneThatIsRead(Where where) {
        // given
        talk(where);
        Content.Posted first = scene.bob.says("one");
        log.append(first);
        Position second = log.append(naming(scene.bob.says("two"), true));
        scene.post(naming(scene.bob.says("three"), false, ada));
        assertThat(mentions()).isEqualTo(2);
        // when
        log.read(ada.value(), scene.stream(), second);
        // then
        await().until(() -> mentions() == 1);
        // when: an older message names her by an edit
        log.append(naming(scene.bob.edits(scene.bob.ref(first.id()), "@ada"), false, ada));
        // then
        assertThat(mentions()).isEqualTo(1);
    }

    @Test
    void shouldCountAllMentionsInOneStatement() {
        // given
        talk(Where.IN_A_ROOM);
        List<Speaker> others = IntStream.range(0, 5)
                .mapToObj(i -> new Speaker(Where.IN_A_ROOM, "more-" + i + "-" + System.nanoTime(), scene.bob.user()))
                .toList();
        others.forEach(speaker -> {
            String room = Where.room(speaker.test()).value();
            log.room(room, Change.CREATED, false);
            log.join(room, ada.value());
            log.append(naming(speaker.says("one"), false, ada));
            log.append(naming(speaker.says("two"), false, ada));
            Client.as(ada.value()).page(room, "limit=1");
        });
        // when
        Statements.forget();
        JsonPath unread = Client.as(ada.value()).get("/api/unread").jsonPath();
        // then
        assertThat(unread.getList("rooms.mentions")).containsExactlyInAnyOrder(0, 2, 2, 2, 2, 2);
        assertThat(Statements.selects().stream().filter(ran -> ran.statement().contains("mention")))
                .hasSize(1);
    }
}
