package dev.confab.systemtests.rest;

import static dev.confab.systemtests.client.Api.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.Api;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Handshake;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@SystemTest
class SessionsTest {

    @Test
    void shouldTellWhoIsSignedInByCookie(Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Answer answer = alice.browserApi(confab.gateway()).get("/api/auth/session");
        // then
        answer.expect(200);
        assertThat(answer.text("username")).isEqualTo(alice.username());
        assertThat(Instant.parse(answer.text("expiresAt"))).isAfter(Instant.now());
        assertThat(answer.headers().allValues("Cache-Control"))
                .anySatisfy(value -> assertThat(value).contains("no-store"));
    }

    @Test
    void shouldRenewWithTheRefreshCookie(Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Answer answer = alice.browserApi(confab.gateway()).post("/api/auth/refresh");
        // then
        answer.expect(200);
        confab.stranger()
                .bearer(answer.text("accessToken"))
                .get("/api/auth/session")
                .expect(200);
    }

    @Test
    void shouldNotRenewWithoutTheRefreshCookie(Confab confab) {
        // when
        Answer answer = confab.stranger().post("/api/auth/refresh");
        // then
        answer.expectProblem(ErrorCode.UNAUTHENTICATED);
    }

    @Test
    void shouldEndSocketsAndTokensWhenSigningOut(Confab confab) {
        // given
        Session alice = confab.person("alice");
        ChatClient here = confab.connect(alice);
        ChatClient there = confab.connect(alice, confab.otherGateway());
        // when
        alice.browserApi(confab.gateway()).post("/api/auth/logout").expect(204);
        // then
        assertThat(here.awaitClose()).isEqualTo(CloseCode.SESSION_ENDED.code());
        assertThat(there.awaitClose()).isEqualTo(CloseCode.SESSION_ENDED.code());
        confab.api(alice).get("/api/rooms").expectProblem(ErrorCode.UNAUTHENTICATED);
        alice.browserApi(confab.gateway()).post("/api/auth/refresh").expectProblem(ErrorCode.UNAUTHENTICATED);
        assertThat(Handshake.at(confab.otherGateway())
                        .bearer(alice.accessToken())
                        .refusal())
                .isEqualTo(401);
    }

    @Test
    void shouldListTheDevicesOfOnePerson(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Users.login(confab.gateway(), alice.username(), alice.password());
        // when
        Answer answer = confab.api(alice).get("/api/auth/sessions");
        // then
        JsonNode sessions = answer.expect(200).json().path("sessions");
        assertThat(sessions).hasSize(2);
        assertThat(sessions.valueStream().filter(one -> one.path("current").asBoolean()))
                .hasSize(1);
    }

    @Test
    void shouldEndOneDevice(Confab confab) {
        // given
        Session phone = confab.person("alice");
        Session laptop = Users.login(confab.gateway(), phone.username(), phone.password());
        ChatClient onPhone = confab.connect(phone);
        String phoneId = otherSession(confab.api(laptop));
        // when
        confab.api(laptop).delete(path("/api/auth/sessions/{}", phoneId)).expect(204);
        // then
        assertThat(onPhone.awaitClose()).isEqualTo(CloseCode.SESSION_ENDED.code());
        confab.api(laptop).get("/api/auth/session").expect(200);
    }

    @Test
    void shouldNotEndSomebodyElsesDevice(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session mallory = confab.person("mallory");
        String id = confab.api(alice)
                .get("/api/auth/sessions")
                .json()
                .at("/sessions/0/id")
                .asText();
        // when
        Answer answer = confab.api(mallory).delete(path("/api/auth/sessions/{}", id));
        // then
        answer.expectProblem(ErrorCode.NOT_FOUND);
        confab.api(alice).get("/api/auth/session").expect(200);
    }

    @Test
    void shouldKnowNoDeviceOfAnUnknownId(Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Answer answer = confab.api(alice).delete(path("/api/auth/sessions/{}", UUID.randomUUID()));
        // then
        answer.expectProblem(ErrorCode.NOT_FOUND);
    }

    @Test
    void shouldEndTheOtherSessionsWhenThePasswordChanges(Confab confab) {
        // given
        Session phone = confab.person("alice");
        Session laptop = Users.login(confab.gateway(), phone.username(), phone.password());
        ChatClient onPhone = confab.connect(phone);
        // when
        confab.api(laptop)
                .put("/api/auth/password", Map.of("current", phone.password(), "next", "something new"))
                .expect(204);
        // then
        assertThat(onPhone.awaitClose()).isEqualTo(CloseCode.SESSION_ENDED.code());
        confab.api(laptop).get("/api/auth/session").expect(200);
        Users.login(confab.gateway(), phone.username(), "something new");
    }

    @Test
    void shouldNotChangeThePasswordWithoutTheCurrentOne(Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Answer answer =
                confab.api(alice).put("/api/auth/password", Map.of("current", "not it", "next", "something new"));
        // then
        answer.expectProblem(ErrorCode.BAD_CREDENTIALS);
        Users.login(confab.gateway(), alice.username(), alice.password());
    }

    private static String otherSession(Api api) {
        return api.get("/api/auth/sessions")
                .expect(200)
                .json()
                .path("sessions")
                .valueStream()
                .filter(one -> !one.path("current").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }
}
