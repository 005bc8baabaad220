package dev.confab.message.seen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.confab.message.database.Database;
import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.Scene;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.message.testing.Speaker;
import dev.confab.message.testing.Where;
import dev.confab.protocol.Content;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Position;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class SeenTest {
    @Inject
    LogWriter log;

    @Inject
    Database database;

    private Scene scene;
    private MessageRef message;
    private Position before;
    private Position here;

    private void talk(Where where) {
        scene = Scene.of(log, where);
        join(scene.ada, scene.bob);
        before = log.append(scene.ada.says("before"));
        Content.Posted posted = scene.ada.says("one");
        here = log.append(posted);
        message = scene.ada.ref(posted.id());
    }

    private void join(Speaker... people) {
        for (Speaker speaker : people) {
            log.join(scene.room(), speaker.user().value());
        }
    }

    private void reads(Speaker who, Position position) {
        log.read(who.user().value(), scene.stream(), position);
    }

    /** Once everything is kept that was read so far: the topic has one order. */
    private JsonPath seen() {
        String last = "last-" + System.nanoTime();
        log.read(last, scene.stream(), before);
        await().until(() -> database.run("select 1 from read_mark where user_key = ?", last)
                        .await()
                        .indefinitely()
                        .size()
                > 0);
        return scene.json(scene.bob, Scene.path(message) + "/seen");
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellWhoHasReadUpToTheMessage(Where where) {
        // given
        talk(where);
        assertThat(seen().getMap("$")).containsEntry("count", 0).containsEntry("people", List.of());
        // when
        reads(scene.bob, before);
        // then
        assertThat(seen().getInt("count")).isZero();
        // when
        reads(scene.bob, here);
        reads(scene.ada, here);
        // then
        JsonPath seen = seen();
        assertThat(seen.getInt("count")).isEqualTo(1);
        assertThat(seen.getList("people")).containsExactly(scene.bob.user().value());
    }

    @ParameterizedTest
    @EnumSource
    void shouldLeaveOutWhoDoesNotWantToBeSeen(Where where) {
        // given
        talk(where);
        reads(scene.bob, here);
        assertThat(seen().getInt("count")).isEqualTo(1);
        // when: the same position once more, and then an older one that is not hidden
        log.readHidden(scene.bob.user().value(), scene.stream(), here);
        reads(scene.bob, before);
        // then
        JsonPath seen = seen();
        assertThat(seen.getInt("count")).isZero();
        assertThat(seen.getList("people")).isEmpty();
        // when
        reads(scene.bob, new Position(log.append(scene.ada.says("later")).value()));
        // then
        assertThat(seen().getInt("count")).isEqualTo(1);
    }

    @Test
    void shouldTellOnlyOfMembers() {
        // given
        talk(Where.IN_A_ROOM);
        Speaker carl = scene.other("Carl");
        reads(carl, here);
        reads(scene.bob, here);
        // then
        assertThat(seen().getInt("count")).isEqualTo(1);
        // when
        join(carl);
        log.leave(scene.room(), scene.bob.user().value());
        // then
        assertThat(seen().getList("people")).containsExactly(carl.user().value());
    }

    @Test
    void shouldOnlyCountWhereThereAreManyMembers() {
        // given
        talk(Where.IN_A_ROOM);
        List<Speaker> people = IntStream.range(0, ReadSeen.MOST_NAMED - 2)
                .mapToObj(i -> scene.other("member" + i))
                .toList();
        join(people.toArray(Speaker[]::new));
        people.forEach(speaker -> reads(speaker, here));
        // then
        assertThat(seen().getList("people")).hasSize(ReadSeen.MOST_NAMED - 2);
        // when
        join(scene.other("one-more"));
        // then
        assertThat(seen().getMap("$"))
                .containsEntry("count", ReadSeen.MOST_NAMED - 2)
                .doesNotContainKey("people");
    }

    @ParameterizedTest
    @EnumSource
    void shouldFindNothingOfAMessageThatWasNeverThere(Where where) {
        talk(where);
        scene.get(scene.bob, Scene.path(scene.ada.ref(MessageId.next())) + "/seen")
                .then()
                .statusCode(404)
                .body("code", equalTo("not_found"));
    }

    @Test
    void shouldTellNobodyWhoMayNotReadTheRoom() {
        talk(Where.IN_A_ROOM);
        log.ban(scene.room(), scene.bob.user().value(), Optional.empty());
        scene.get(scene.bob, Scene.path(message) + "/seen")
                .then()
                .statusCode(403)
                .body("code", equalTo("banned"));
    }
}
