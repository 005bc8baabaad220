package dev.confab.systemtests.rest;

import static dev.confab.systemtests.client.Api.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SystemTest
class MembershipTest {
    private static final String JOIN = "/api/rooms/{}/join";
    private static final String ME = "/api/rooms/{}/members/me";

    @Test
    void shouldHandOutATicketOnJoining(Confab confab) {
        // given
        String room = confab.room(confab.person("alice"), "kitchen");
        Session bob = confab.person("bob");
        // when
        Answer answer = confab.api(bob).post(path(JOIN, room), Map.of());
        // then
        answer.expect(200);
        assertThat(answer.text("ticket")).isNotBlank();
        assertThat(answer.text("role")).isEqualTo("member");
        assertThat(answer.json().path("position").isIntegralNumber()).isTrue();
    }

    @Test
    void shouldLetInWhoKnowsThePassword(Confab confab) {
        // given
        String room = confab.room(confab.person("alice"), "vault", "open sesame");
        Session bob = confab.person("bob");
        // when
        Answer answer = confab.api(bob).post(path(JOIN, room), Map.of("password", "open sesame"));
        // then
        answer.expect(200);
    }

    @Test
    void shouldKeepOutWhoDoesNotKnowThePassword(Confab confab) {
        // given
        String room = confab.room(confab.person("alice"), "vault", "open sesame");
        Session bob = confab.person("bob");
        // when
        Answer wrong = confab.api(bob).post(path(JOIN, room), Map.of("password", "open barley"));
        Answer none = confab.api(bob).post(path(JOIN, room), Map.of());
        // then
        wrong.expectProblem(ErrorCode.WRONG_PASSWORD);
        none.expectProblem(ErrorCode.WRONG_PASSWORD);
        assertThat(confab.api(bob)
                        .get(path("/api/rooms/{}", room))
                        .json()
                        .path("joined")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void shouldThrottleGuessesAtAPassword(Confab confab) {
        // given
        String room = confab.room(confab.person("alice"), "vault", "open sesame");
        Session mallory = confab.person("mallory");
        // when
        Answer last = guessUntilRefused(confab, mallory, room);
        // then
        last.expectProblem(ErrorCode.RATE_LIMITED);
        confab.api(confab.person("bob"))
                .post(path(JOIN, room), Map.of("password", "open sesame"))
                .expect(200);
    }

    @Test
    void shouldKnowNoRoomOfAnUnknownName(Confab confab) {
        // given
        Session bob = confab.person("bob");
        // when
        Answer answer = confab.api(bob).post(path(JOIN, Users.fresh("nowhere")), Map.of());
        // then
        answer.expectProblem(ErrorCode.NOT_FOUND);
    }

    @Test
    void shouldListMembersWithRoleAndPresence(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        confab.connect(bob).join(room).expectPeople(room, bob);
        // when
        Answer answer = confab.api(alice).get(path("/api/rooms/{}/members", room));
        // then
        assertThat(answer.expect(200).json().path("members").valueStream())
                .extracting(
                        member -> member.path("username").asText(),
                        member -> member.path("role").asText())
                .containsExactlyInAnyOrder(tuple(alice.username(), "owner"), tuple(bob.username(), "member"));
    }

    @Test
    void shouldForgetWhoLeft(Confab confab) {
        // given
        Session bob = confab.person("bob");
        String room = confab.room(confab.person("alice"), "kitchen");
        confab.api(bob).post(path(JOIN, room), Map.of()).expect(200);
        // when
        confab.api(bob).delete(path(ME, room)).expect(204);
        // then
        JsonNode members =
                confab.api(bob).get(path("/api/rooms/{}/members", room)).json().path("members");
        assertThat(members.valueStream().map(member -> member.path("username").asText()))
                .doesNotContain(bob.username());
    }

    @Test
    void shouldNotLetNonMembersSeeTheMembersOfARoomWithAPassword(Confab confab) {
        // given
        String room = confab.room(confab.person("alice"), "vault", "open sesame");
        Session mallory = confab.person("mallory");
        // when
        Answer answer = confab.api(mallory).get(path("/api/rooms/{}/members", room));
        // then
        answer.expectProblem(ErrorCode.NOT_JOINED);
    }

    private static Answer guessUntilRefused(Confab confab, Session person, String room) {
        Answer answer = null;
        for (int i = 0; i < 40; i++) {
            answer = confab.api(person).post(path(JOIN, room), Map.of("password", "guess " + i));
            if (answer.status() != ErrorCode.WRONG_PASSWORD.httpStatus()) {
                return answer;
            }
        }
        return answer;
    }
}
