package dev.confab.systemtests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.Handshake;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SystemTest
class OriginTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost.evil.example", "http://localhost:1"})
    void shouldRefuseAForeignPageThatBringsACookie(String origin, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String name = Users.fresh("forged");
        // when
        Answer answer =
                alice.browserApi(confab.gateway()).with("Origin", origin).post("/api/rooms", Map.of("name", name));
        // then
        answer.expectProblem(ErrorCode.FORBIDDEN);
        assertThat(confab.api(alice).get("/api/rooms?q=" + name).json().path("rooms"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "http://localhost.evil.example", "http://localhost:1"})
    void shouldRefuseTheSocketOfAForeignPage(String origin, Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        int status = Handshake.at(confab.gateway())
                .cookies(alice.cookies())
                .origin(origin)
                .refusal();
        // then
        assertThat(status).isEqualTo(403);
    }

    @Test
    void shouldTakeThePageOfAnotherSchemeForAForeignOne(Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Answer answer = alice.browserApi(confab.gateway())
                .with("Origin", confab.gateway().replace("http:", "https:"))
                .post("/api/rooms", Map.of("name", Users.fresh("forged")));
        // then
        answer.expectProblem(ErrorCode.FORBIDDEN);
    }

    @Test
    void shouldTakeTheCookieFromItsOwnPage(Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Answer answer = alice.browserApi(confab.gateway())
                .with("Origin", confab.gateway())
                .post("/api/rooms", Map.of("name", Users.fresh("own")));
        // then
        answer.expect(201);
    }

    @Test
    void shouldLetNoForeignPageReadAnswers(Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Answer answer = alice.browserApi(confab.gateway())
                .with("Origin", "https://evil.example")
                .get("/api/auth/session");
        // then
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void shouldNotSignAnybodyInFromAForeignPage(Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Answer answer = alice.browserApi(confab.gateway())
                .with("Origin", "https://evil.example")
                .post("/api/auth/login", Map.of("username", alice.username(), "password", alice.password()));
        // then
        answer.expectProblem(ErrorCode.FORBIDDEN);
    }
}
