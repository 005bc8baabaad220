package dev.confab.systemtests.rest;

import static dev.confab.systemtests.client.Api.path;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.Api;
import dev.confab.systemtests.client.History;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each service serves its part to whoever brings a bearer token, without the gateway. */
@SystemTest
class DirectlyAtTheServicesTest {

    @Test
    void shouldSignInAtAuthService(Confab confab) {
        // given
        Session alice = confab.person("alice");
        var account = Map.of("username", alice.username(), "password", alice.password());
        // when
        Answer answer = at(confab, "auth-service").post("/api/auth/login", account);
        // then
        String token = answer.expect(200).text("accessToken");
        at(confab, "room-service").bearer(token).get("/api/rooms").expect(200);
        at(confab, "message-service").bearer(token).get("/api/unread").expect(200);
    }

    @Test
    void shouldCreateARoomAtRoomServiceAndReadItAtMessageService(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = Users.fresh("direct");
        at(confab, "room-service")
                .bearer(alice.accessToken())
                .post("/api/rooms", Map.of("name", room))
                .expect(201);
        confab.connect(confab.person("bob")).join(room).send("no gateway needed");
        // when
        History history = History.ofRoom(at(confab, "message-service").bearer(alice.accessToken()), room);
        // then
        assertThat(history.texts()).containsExactly("no gateway needed");
    }

    @ParameterizedTest
    @CsvSource({"auth-service, /api/auth/sessions", "room-service, /api/rooms", "message-service, /api/unread"})
    void shouldNotTakeAnAccessCookieForAToken(String service, String address, Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Answer answer = at(confab, service).cookies(alice.cookies()).get(address);
        // then
        assertThat(answer.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"auth-service, POST, /api/auth/login", "room-service, POST, /api/rooms"})
    void shouldAnswerBadJsonWithProblemDetails(String service, String method, String address, Confab confab) {
        // given
        Api api = at(confab, service).bearer(confab.person("alice").accessToken());
        // when
        Answer answer = api.raw(method, address, "{");
        // then
        answer.expectProblem(ErrorCode.MALFORMED);
    }

    @Test
    void shouldDescribeAllOfRestInOneDocument(Confab confab) {
        // when
        Answer document = confab.stranger().get("/api/openapi.json");
        // then
        assertThat(document.expect(200).json().path("paths").properties())
                .extracting(Map.Entry::getKey)
                .contains("/api/auth/login", "/api/rooms", "/api/rooms/{room}/messages", "/api/rooms/{room}/events")
                .noneMatch(path -> path.startsWith("/internal"));
        assertThat(confab.stranger().get("/api/docs").expect(200).header("Content-Type"))
                .startsWith("text/html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth-service", "room-service", "message-service", "gateway-1"})
    void shouldDescribeItself(String service, Confab confab) {
        // when
        Answer answer = at(confab, service).get("/q/openapi?format=json");
        // then
        assertThat(answer.expect(200).json().path("paths").size()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth-service", "room-service", "message-service", "gateway-1"})
    void shouldBeAliveAndReady(String service, Confab confab) {
        // when
        Api management = new Api(confab.stack().managementUrl(service));
        Answer live = management.get("/q/health/live");
        Answer ready = management.get("/q/health/ready");
        // then
        assertThat(live.expect(200).text("status")).isEqualTo("UP");
        assertThat(ready.expect(200).text("status")).isEqualTo("UP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth-service", "room-service", "message-service", "gateway-1"})
    void shouldTellOfItselfToOperatorsAlone(String service, Confab confab) {
        for (String path : List.of("/q/health", "/q/health/ready", "/q/metrics")) {
            // when
            Answer atTheFront = at(confab, service).get(path);
            Answer behind = new Api(confab.stack().managementUrl(service)).get(path);
            // then
            assertThat(atTheFront.status()).as(path).isEqualTo(404);
            assertThat(behind.status()).as(path).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"room-service", "message-service", "auth-service"})
    void shouldKeepInternalEndpointsForGateways(String service, Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Answer answer = confab.api(alice).post("/internal/rooms/main/join", Map.of());
        // then
        answer.expectProblem(ErrorCode.NOT_FOUND);
        assertThat(at(confab, service)
                        .bearer(alice.accessToken())
                        .post("/internal/rooms/main/join", Map.of())
                        .status())
                .isIn(401, 403, 404);
    }

    private static Api at(Confab confab, String process) {
        return new Api(confab.stack().url(process));
    }
}
