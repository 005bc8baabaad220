package dev.confab.auth.session;

import static dev.confab.auth.testing.Problems.assertProblem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.auth.testing.BackendsResource;
import dev.confab.auth.testing.Person;
import dev.confab.auth.testing.Topics;
import dev.confab.chassis.identity.EndedSessions;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.SessionEnded;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(BackendsResource.class)
class SessionsTest {
    @Inject
    EndedSessions ended;

    @Test
    void shouldTellWhoIsSignedIn() {
        // given
        Person alice = Person.register("Alice");
        alice.asks().body(Map.of("displayName", "Älice")).patch("/api/users/me");
        // when
        Response answer = alice.asks().get("/api/auth/session");
        // then
        assertThat(answer.<String>path("username")).isEqualTo(alice.username());
        assertThat(answer.<String>path("displayName")).isEqualTo("Älice");
        assertThat(answer.<String>path("lastRoom")).isEqualTo("main");
        assertThat(answer.<String>path("expiresAt")).endsWith("Z");
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void shouldRenewBothTokens() {
        // given
        Person alice = Person.register("alice");
        // when
        Person renewed = Person.of(alice.refresh());
        // then
        assertThat(renewed.refreshCookie()).isNotEqualTo(alice.refreshCookie());
        assertThat(renewed.sessionStatus()).isEqualTo(200);
        assertThat(Person.of(renewed.refresh()).sessionStatus()).isEqualTo(200);
    }

    @Test
    void shouldRenewThoughTheAccessTokenIsBad() {
        // given
        Person alice = Person.register("alice");
        // when
        Response answer = given().auth()
                .oauth2("expired")
                .cookie("confab_refresh", alice.refreshCookie())
                .post("/api/auth/refresh");
        // then
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void shouldGiveTabsThatRefreshAtTheSameTimeTheSameToken() {
        // given
        Person alice = Person.register("alice");
        // when
        List<Person> tabs = Stream.generate(alice::refresh)
                .limit(6)
                .parallel()
                .map(Person::of)
                .toList();
        // then
        assertThat(tabs)
                .extracting(Person::refreshCookie)
                .containsOnly(tabs.getFirst().refreshCookie());
        assertThat(tabs).allSatisfy(tab -> assertThat(tab.sessionStatus()).isEqualTo(200));
    }

    @Test
    void shouldEndTheSessionWhenAnOldTokenComesBack() {
        // given
        Person alice = Person.register("alice");
        Person once = Person.of(alice.refresh());
        Person twice = Person.of(once.refresh());
        // when
        Response stolen = alice.refresh();
        // then
        assertProblem(stolen, ErrorCode.UNAUTHENTICATED);
        assertTakesCookiesAway(stolen);
        assertProblem(twice.refresh(), ErrorCode.UNAUTHENTICATED);
        assertThat(twice.sessionStatus()).isEqualTo(401);
    }

    @Test
    void shouldNotEndASessionForAGuess() {
        // given
        Person alice = Person.register("alice");
        String guess = alice.refreshCookie().substring(0, 37) + "x".repeat(43);
        // when
        Response answer = given().cookie("confab_refresh", guess).post("/api/auth/refresh");
        // then
        assertProblem(answer, ErrorCode.UNAUTHENTICATED);
        assertThat(alice.refresh().statusCode()).isEqualTo(200);
    }

    @Test
    void shouldEndTheSessionSeenLongestAgoWhenThereAreTooMany() {
        // given
        Person first = Person.register("alice");
        Person second = first.again();
        for (int more = 2; more < BackendsResource.MAX_SESSIONS; more++) {
            first.again();
        }
        Person seenAgain = Person.of(first.refresh());
        // when
        Person last = first.again();
        // then
        assertThat(second.sessionStatus()).isEqualTo(401);
        assertProblem(second.refresh(), ErrorCode.UNAUTHENTICATED);
        assertThat(seenAgain.sessionStatus()).isEqualTo(200);
        assertThat(last.asks().get("/api/auth/sessions").jsonPath().getList("sessions"))
                .hasSize(BackendsResource.MAX_SESSIONS);
    }

    @Test
    void shouldSignOutWithTheToken() {
        // given
        Person alice = Person.register("alice");
        // when
        Response answer = alice.asks().post("/api/auth/logout");
        // then
        assertThat(answer.statusCode()).isEqualTo(204);
        assertTakesCookiesAway(answer);
        assertProblem(alice.asks().get("/api/auth/session"), ErrorCode.UNAUTHENTICATED);
        assertProblem(alice.refresh(), ErrorCode.UNAUTHENTICATED);
    }

    @Test
    void shouldTakeTheCookiesAwayWithTheDeviceThatTheyAreOf() {
        // given
        Person alice = Person.register("alice");
        String own = alice.asks().get("/api/auth/sessions").path("sessions.find { it.current }.id");
        // when
        Response answer = alice.asks().delete("/api/auth/sessions/" + own);
        // then
        assertThat(answer.statusCode()).isEqualTo(204);
        assertTakesCookiesAway(answer);
    }

    @Test
    void shouldSignOutWithTheRefreshCookieAlone() {
        // given
        Person alice = Person.register("alice");
        // when
        Response answer =
                given().cookie("confab_refresh", alice.refreshCookie()).post("/api/auth/logout");
        // then
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(alice.sessionStatus()).isEqualTo(401);
    }

    @Test
    void shouldSignOutNobodyWithoutComplaint() {
        // when
        Response answer = given().auth().oauth2("nonsense").post("/api/auth/logout");
        // then
        assertThat(answer.statusCode()).isEqualTo(204);
    }

    @Test
    void shouldRefuseTokensOfEndedSessionsEverywhere() {
        // given
        Person alice = Person.register("alice");
        String id = alice.asks().get("/api/auth/sessions").path("sessions[0].id");
        // when
        alice.asks().post("/api/auth/logout");
        // then
        await().until(() -> ended.contains(new SessionId(id)));
        assertProblem(alice.asks().get("/api/users/me"), ErrorCode.UNAUTHENTICATED);
        assertThat(Topics.read(Topic.SESSIONS, SessionEnded.class))
                .filteredOn(end -> end.session().value().equals(id))
                .singleElement()
                .satisfies(end -> assertThat(end.user().value()).isEqualTo(alice.username()))
                .satisfies(end -> assertThat(end.reason()).isEqualTo("logout"));
    }

    @Test
    void shouldListDevices() {
        // given
        Person phone = Person.register("alice");
        Person laptop = phone.again();
        // when
        Response answer = laptop.asks().get("/api/auth/sessions");
        // then
        assertThat(answer.jsonPath().getList("sessions.current", Boolean.class)).containsExactly(true, false);
        assertThat(answer.jsonPath().getList("sessions.address", String.class)).containsOnly("127.0.0.1");
        assertThat(answer.jsonPath().getList("sessions.userAgent", String.class))
                .allMatch(agent -> !agent.isEmpty());
        assertThat(answer.<String>path("sessions[0].createdAt")).endsWith("Z");
        assertThat(answer.<String>path("sessions[0].lastSeenAt")).endsWith("Z");
    }

    @Test
    void shouldEndOneDevice() {
        // given
        Person phone = Person.register("alice");
        Person laptop = phone.again();
        String id = phone.asks().get("/api/auth/sessions").path("sessions.find { it.current }.id");
        // when
        Response answer = laptop.asks().delete("/api/auth/sessions/" + id);
        // then
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(phone.sessionStatus()).isEqualTo(401);
        assertThat(laptop.sessionStatus()).isEqualTo(200);
    }

    @Test
    void shouldNotEndADeviceOfSomebodyElse() {
        // given
        Person alice = Person.register("alice");
        Person mallory = Person.register("mallory");
        String id = alice.asks().get("/api/auth/sessions").path("sessions[0].id");
        // when
        Response foreign = mallory.asks().delete("/api/auth/sessions/" + id);
        Response unknown = mallory.asks().delete("/api/auth/sessions/" + UUID.randomUUID());
        // then
        assertProblem(foreign, ErrorCode.NOT_FOUND);
        assertProblem(unknown, ErrorCode.NOT_FOUND);
        assertThat(alice.sessionStatus()).isEqualTo(200);
    }

    private static void assertTakesCookiesAway(Response answer) {
        assertThat(answer.detailedCookies())
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie.getMaxAge()).isZero());
    }
}
