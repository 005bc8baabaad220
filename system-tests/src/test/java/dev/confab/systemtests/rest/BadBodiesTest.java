package dev.confab.systemtests.rest;

import static dev.confab.protocol.ErrorCode.MALFORMED;
import static dev.confab.protocol.ErrorCode.TOO_LARGE;
import static dev.confab.protocol.ErrorCode.UNSUPPORTED_MEDIA_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.Api;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies that are wrong in themselves, at every endpoint that takes one. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadBodiesTest {
    private final Clumsy person = new Clumsy();

    /** In paths, {room} is a room of the asking person, {other} another person. */
    static Stream<String> endpointsWithABody() {
        return Stream.of(
                "POST /api/auth/register",
                "POST /api/auth/login",
                "PUT /api/auth/password",
                "PATCH /api/users/me",
                "PUT /api/users/me/last-room",
                "POST /api/rooms",
                "PATCH /api/rooms/{room}",
                "POST /api/rooms/{room}/join",
                "PUT /api/rooms/{room}/bans/{other}",
                "POST /api/rooms/{room}/messages",
                "PUT /api/rooms/{room}/read",
                "POST /api/direct/{other}/messages",
                "PUT /api/direct/{other}/read");
    }

    @ParameterizedTest
    @MethodSource("endpointsWithABody")
    void shouldRefuseWhatIsNoJson(String endpoint, Confab confab) {
        // when
        Answer answer = person.ask(confab, endpoint, "{\"name\": ");
        // then
        answer.expectProblem(MALFORMED);
    }

    @ParameterizedTest
    @MethodSource("endpointsWithABody")
    void shouldRefuseJsonThatIsNoObject(String endpoint, Confab confab) {
        // when
        Answer answer = person.ask(confab, endpoint, "[1, 2]");
        // then
        answer.expectProblem(MALFORMED);
    }

    static Stream<String> endpointsThatNeedABody() {
        return endpointsWithABody()
                .filter(endpoint -> !endpoint.endsWith("/join") && !endpoint.startsWith("PUT /api/rooms/{room}/bans"));
    }

    @ParameterizedTest
    @MethodSource("endpointsThatNeedABody")
    void shouldRefuseNull(String endpoint, Confab confab) {
        // when
        Answer answer = person.ask(confab, endpoint, "null");
        // then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isIn("malformed", "invalid");
    }

    @ParameterizedTest
    @MethodSource("endpointsWithABody")
    void shouldRefuseAMemberThatIsThereTwice(String endpoint, Confab confab) {
        // when
        Answer answer = person.ask(confab, endpoint, "{\"x\":1,\"x\":2}");
        // then
        answer.expectProblem(MALFORMED);
    }

    @ParameterizedTest
    @MethodSource("endpointsWithABody")
    void shouldRefuseAnotherMediaType(String endpoint, Confab confab) {
        // given
        Api api = person.api(confab).with("Content-Type", "text/plain");
        // when
        Answer answer = api.raw(Clumsy.method(endpoint), person.address(endpoint), "{}");
        // then
        answer.expectProblem(UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @MethodSource("endpointsWithABody")
    void shouldRefuseABodyThatIsTooLarge(String endpoint, Confab confab) {
        // when
        Answer answer = person.ask(confab, endpoint, "{\"text\":\"" + "x".repeat(1_000_000) + "\"}");
        // then
        answer.expectProblem(TOO_LARGE);
    }

    /** After all the others. */
    @Test
    @Order(Integer.MAX_VALUE)
    void shouldHaveChangedNothing(Confab confab) {
        person.expectNothingChanged(confab);
    }
}
