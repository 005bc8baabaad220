package dev.confab.systemtests.rest;

import static dev.confab.systemtests.client.Api.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.Api;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SystemTest
class RoomsTest {

    @Test
    void shouldMakeTheCreatorTheOwner(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String name = Users.fresh("kitchen");
        // when
        Answer answer = confab.api(alice).post("/api/rooms", Map.of("name", name, "topic", "What's for dinner?"));
        // then
        answer.expect(201);
        JsonNode room = confab.api(alice).get(path("/api/rooms/{}", name)).json();
        assertThat(room.path("owner").asText()).isEqualTo(alice.username());
        assertThat(room.path("topic").asText()).isEqualTo("What's for dinner?");
        assertThat(room.path("hasPassword").asBoolean(true)).isFalse();
        assertThat(room.path("joined").asBoolean()).isTrue();
    }

    @Test
    void shouldKeepOneRoomOfANameWhateverItsCase(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String name = confab.room(alice, "Küche");
        // when
        Answer answer = confab.api(alice).post("/api/rooms", Map.of("name", name.toUpperCase(Locale.ROOT)));
        // then
        answer.expectProblem(ErrorCode.ROOM_EXISTS);
    }

    @Test
    void shouldListMainFirstOfAll(Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Answer answer = confab.api(alice).get("/api/rooms?q=main");
        // then
        assertThat(answer.expect(200).json().path("rooms").valueStream())
                .anySatisfy(room -> assertThat(room.path("name").asText()).isEqualTo("main"));
    }

    @Test
    void shouldFindRoomsByAPartOfTheirNamePageByPage(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String mark = Users.fresh("search");
        for (int i = 0; i < 5; i++) {
            confab.api(alice)
                    .post("/api/rooms", Map.of("name", mark + " no " + i))
                    .expect(201);
        }
        // when
        var names = new ArrayList<String>();
        int pages = collect(confab.api(alice), "/api/rooms?limit=2&q=" + mark.toUpperCase(Locale.ROOT), names);
        // then
        assertThat(pages).isEqualTo(3);
        assertThat(names)
                .containsExactlyInAnyOrder(
                        mark + " no 0", mark + " no 1", mark + " no 2", mark + " no 3", mark + " no 4");
    }

    @Test
    void shouldTakeAQueryLiterally(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String mark = Users.fresh("literal");
        confab.api(alice).post("/api/rooms", Map.of("name", mark + " 100%")).expect(201);
        confab.api(alice).post("/api/rooms", Map.of("name", mark + " 1000")).expect(201);
        // when
        Answer answer = confab.api(alice).get(path("/api/rooms?q={}", mark + " 100%"));
        // then
        assertThat(answer.expect(200).json().path("rooms").valueStream())
                .extracting(room -> room.path("name").asText())
                .containsExactly(mark + " 100%");
    }

    @Test
    void shouldChangeTopicAndPasswordForTheOwner(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen", "open sesame");
        // when
        Answer answer = confab.api(alice).raw("PATCH", path("/api/rooms/{}", room), """
                {"topic":"open to all","password":null}""");
        // then
        assertThat(answer.status()).isIn(200, 204);
        JsonNode changed =
                confab.api(alice).get(path("/api/rooms/{}", room)).expect(200).json();
        assertThat(changed.path("topic").asText()).isEqualTo("open to all");
        assertThat(changed.path("hasPassword").asBoolean(true)).isFalse();
        confab.api(confab.person("bob"))
                .post(path("/api/rooms/{}/join", room), Map.of())
                .expect(200);
    }

    @Test
    void shouldRefuseChangesByOthers(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        // when
        Answer answer = confab.api(bob).patch(path("/api/rooms/{}", room), Map.of("topic", "mine now"));
        // then
        answer.expectProblem(ErrorCode.FORBIDDEN);
        confab.api(bob).delete(path("/api/rooms/{}", room)).expectProblem(ErrorCode.FORBIDDEN);
        assertThat(confab.api(alice)
                        .get(path("/api/rooms/{}", room))
                        .json()
                        .path("topic")
                        .asText())
                .isEmpty();
    }

    @Test
    void shouldForgetADeletedRoom(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        // when
        confab.api(alice).delete(path("/api/rooms/{}", room)).expect(204);
        // then
        confab.api(alice).get(path("/api/rooms/{}", room)).expectProblem(ErrorCode.NOT_FOUND);
        confab.api(alice).post(path("/api/rooms/{}/join", room), Map.of()).expectProblem(ErrorCode.NOT_FOUND);
    }

    @Test
    void shouldNeverDeleteMain(Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Answer answer = confab.api(alice).delete("/api/rooms/main");
        // then
        answer.expectProblem(ErrorCode.FORBIDDEN);
        confab.api(alice).get("/api/rooms/main").expect(200);
    }

    private static int collect(Api api, String query, ArrayList<String> names) {
        int pages = 0;
        String cursor = "";
        do {
            JsonNode page = api.get(query + cursor).expect(200).json();
            page.path("rooms").forEach(room -> names.add(room.path("name").asText()));
            String next = page.path("next").asText("");
            cursor = next.isEmpty() ? "" : path("&cursor={}", next);
            pages++;
        } while (!cursor.isEmpty());
        return pages;
    }
}
