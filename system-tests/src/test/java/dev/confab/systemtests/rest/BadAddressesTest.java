package dev.confab.systemtests.rest;

import static dev.confab.protocol.ErrorCode.INVALID;
import static dev.confab.protocol.ErrorCode.MALFORMED;
import static dev.confab.protocol.ErrorCode.METHOD_NOT_ALLOWED;
import static dev.confab.protocol.ErrorCode.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths, methods and parameters that mean nothing. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadAddressesTest {
    private final Clumsy person = new Clumsy();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/rooms?limit=0",
                "/api/rooms?limit=-1",
                "/api/rooms?limit=201",
                "/api/rooms?limit=many",
                "/api/rooms/{room}/messages?limit=0",
                "/api/rooms/{room}/messages?limit=201",
                "/api/direct?limit=x",
                "/api/direct/{other}/messages?limit=1000000",
                "/api/rooms/{room}/members?limit=0",
            })
    void shouldRefusePagesOfAnImpossibleSize(String address, Confab confab) {
        // when
        Answer answer = person.ask(confab, "GET " + address, "");
        // then
        answer.expectProblem(INVALID, "limit");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/rooms?cursor=%00, cursor",
        "/api/rooms/{room}/messages?before=yesterday, before",
        "/api/rooms/{room}/messages?after=!, after",
        "/api/rooms/{room}/messages?around=-5, around",
        "/api/direct/{other}/messages?before=x, before",
    })
    void shouldRefuseCursorsItNeverGave(String address, String parameter, Confab confab) {
        // when
        Answer answer = person.ask(confab, "GET " + address, "");
        // then
        answer.expectProblem(INVALID, parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/api/rooms/{room}/nothing", "/api/auth", "/api", "/internal/rooms"})
    void shouldKnowNothingAtOtherAddresses(String address, Confab confab) {
        // when
        Answer answer = person.ask(confab, "GET " + address, "");
        // then
        answer.expectProblem(NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH /api/auth/login", "DELETE /api/rooms", "POST /api/rooms/{room}", "POST /api/unread"})
    void shouldRefuseOtherMethods(String endpoint, Confab confab) {
        // when
        Answer answer = person.ask(confab, endpoint, "{}");
        // then
        answer.expectProblem(METHOD_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/rooms/%2e%2e%2finternal", "/api/rooms/a%00b", "/api/rooms/%ff", "/api/users/a%2fb"})
    void shouldSurviveStrangePaths(String address, Confab confab) {
        // when
        Answer answer = person.ask(confab, "GET " + address, "");
        // then
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{room};old",
                "{room};old/messages",
                "{room}/messages;x",
                "{room}/events;x",
                "{room};x/events",
                "x/../{room}",
                "x/%2e%2e/{room}/messages",
                "./{room}",
                "{room}%ff",
            })
    void shouldRefusePathsThatOnlySeemToNameARoom(String path, Confab confab) {
        // when
        Answer answer = person.ask(confab, "GET /api/rooms/" + path, "");
        // then
        answer.expectProblem(MALFORMED);
    }

    @Test
    void shouldNotTakeTheAddressOfAUserFromAPathTooLong(Confab confab) {
        // when
        Answer answer = person.ask(confab, "GET /api/users/" + "x".repeat(51), "");
        // then
        assertThat(answer.status()).isIn(400, 404);
    }
}
