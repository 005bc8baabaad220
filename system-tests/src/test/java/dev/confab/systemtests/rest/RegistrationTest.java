package dev.confab.systemtests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SystemTest
class RegistrationTest {
    private static final String REGISTER = "/api/auth/register";

    @Test
    void shouldSignInAtOnce(Confab confab) {
        // given
        String name = Users.fresh("Alice");
        // when
        Answer answer = confab.stranger().post(REGISTER, account(name, Users.PASSWORD));
        // then
        answer.expect(201);
        assertThat(answer.text("username")).isEqualTo(name);
        assertThat(Instant.parse(answer.text("expiresAt"))).isAfter(Instant.now());
        assertThat(answer.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie ->
                        assertThat(cookie).containsIgnoringCase("; HttpOnly").contains("; SameSite=Lax"))
                .anySatisfy(cookie -> assertThat(cookie).startsWith("confab_access_"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("confab_refresh_").contains("Path=/api/auth"));
        confab.stranger()
                .bearer(answer.text("accessToken"))
                .get("/api/auth/session")
                .expect(200);
    }

    @Test
    void shouldRefuseANameThatDiffersInCaseAlone(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String shouted = alice.username().toUpperCase(Locale.ROOT);
        // when
        Answer answer = confab.stranger().post(REGISTER, account(shouted, Users.PASSWORD));
        // then
        answer.expectProblem(ErrorCode.USERNAME_TAKEN);
    }

    @Test
    void shouldTakeNoPasswordThatWouldBeTruncated(Confab confab) {
        // given
        String name = Users.fresh("alice");
        String seventyTwoBytes = "été caché ".repeat(6).substring(0, 55);
        String seventyThreeBytes = seventyTwoBytes + "x";
        // when
        Answer answer = confab.stranger().post(REGISTER, account(name, seventyThreeBytes));
        // then
        answer.expectProblem(ErrorCode.TOO_LONG, "password");
        confab.stranger().post(REGISTER, account(name, seventyTwoBytes)).expect(201);
    }

    @Test
    void shouldKeepThePasswordOutOfEveryAnswer(Confab confab) {
        // given
        String name = Users.fresh("alice");
        // when
        Answer answer = confab.stranger().post(REGISTER, account(name, Users.PASSWORD));
        // then
        assertThat(answer.bodyText()).doesNotContain(Users.PASSWORD);
    }

    private static Map<String, String> account(String username, String password) {
        return Map.of("username", username, "password", password);
    }
}
