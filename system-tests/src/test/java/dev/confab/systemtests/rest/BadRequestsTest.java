package dev.confab.systemtests.rest;

import static dev.confab.protocol.ErrorCode.BAD_CREDENTIALS;
import static dev.confab.protocol.ErrorCode.INVALID;
import static dev.confab.protocol.ErrorCode.MALFORMED;
import static dev.confab.protocol.ErrorCode.METHOD_NOT_ALLOWED;
import static dev.confab.protocol.ErrorCode.NOT_FOUND;
import static dev.confab.protocol.ErrorCode.TOO_LARGE;
import static dev.confab.protocol.ErrorCode.TOO_LONG;
import static dev.confab.protocol.ErrorCode.UNSUPPORTED_MEDIA_TYPE;
import static dev.confab.systemtests.client.Api.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.Api;
import dev.confab.systemtests.client.History;
import dev.confab.systemtests.client.Session;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are wrong in themselves, at every endpoint that takes a body or a parameter. */
@SystemTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadRequestsTest {
    private static final String ID = "\"id\":\"018f2b6a-7c1e-7d3a-9b2f-0123456789ab\"";

    private Session alice;
    private Session other;
    private String room;

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
        Answer answer = ask(confab, endpoint, "{\"name\": ");
        // then
        answer.expectProblem(MALFORMED);
    }

    @ParameterizedTest
    @MethodSource("endpointsWithABody")
    void shouldRefuseJsonThatIsNoObject(String endpoint, Confab confab) {
        // when
        Answer answer = ask(confab, endpoint, "[1, 2]");
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
        Answer answer = ask(confab, endpoint, "null");
        // then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isIn("malformed", "invalid");
    }

    @ParameterizedTest
    @MethodSource("endpointsWithABody")
    void shouldRefuseAMemberThatIsThereTwice(String endpoint, Confab confab) {
        // when
        Answer answer = ask(confab, endpoint, "{\"x\":1,\"x\":2}");
        // then
        answer.expectProblem(MALFORMED);
    }

    @ParameterizedTest
    @MethodSource("endpointsWithABody")
    void shouldRefuseAnotherMediaType(String endpoint, Confab confab) {
        // given
        Api api = confab.api(asking(confab)).with("Content-Type", "text/plain");
        // when
        Answer answer = api.raw(method(endpoint), address(endpoint), "{}");
        // then
        answer.expectProblem(UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @MethodSource("endpointsWithABody")
    void shouldRefuseABodyThatIsTooLarge(String endpoint, Confab confab) {
        // when
        Answer answer = ask(confab, endpoint, "{\"text\":\"" + "x".repeat(1_000_000) + "\"}");
        // then
        answer.expectProblem(TOO_LARGE);
    }

    static Stream<Arguments> wrongMembers() {
        return Stream.of(
                row("POST /api/auth/register", "{}", INVALID, "username"),
                row("POST /api/auth/register", "{'username':'','password':'long enough'}", INVALID, "username"),
                row("POST /api/auth/register", "{'username':5,'password':'long enough'}", INVALID, "username"),
                row("POST /api/auth/register", "{'username':'a b','password':'long enough'}", INVALID, "username"),
                row("POST /api/auth/register", "{'username':'<b>','password':'long enough'}", INVALID, "username"),
                row("POST /api/auth/register", "{'username':'ünal','password':'long enough'}", INVALID, "username"),
                row("POST /api/auth/register", "{'username':'$51','password':'long enough'}", TOO_LONG, "username"),
                row("POST /api/auth/register", "{'username':'fresh-name'}", INVALID, "password"),
                row("POST /api/auth/register", "{'username':'fresh-name','password':''}", INVALID, "password"),
                row("POST /api/auth/register", "{'username':'fresh-name','password':[]}", INVALID, "password"),
                row("POST /api/auth/register", "{'username':'fresh-name','password':'$73'}", TOO_LONG, "password"),
                row("POST /api/auth/login", "{}", INVALID, "username"),
                row("POST /api/auth/login", "{'username':'a'}", INVALID, "password"),
                row("POST /api/auth/login", "{'username':{},'password':'x'}", INVALID, "username"),
                row("PUT /api/auth/password", "{'next':'something new'}", INVALID, "current"),
                row("PUT /api/auth/password", "{'current':'x'}", INVALID, "next"),
                row("PUT /api/auth/password", "{'current':'x','next':'$73'}", TOO_LONG, "next"),
                row("PATCH /api/users/me", "{'displayName':7}", INVALID, "displayName"),
                row("PATCH /api/users/me", "{'displayName':'$201'}", TOO_LONG, "displayName"),
                row("PATCH /api/users/me", "{'bio':'$9000'}", TOO_LONG, "bio"),
                row("PUT /api/users/me/last-room", "{}", INVALID, "room"),
                row("PUT /api/users/me/last-room", "{'room':'$51'}", TOO_LONG, "room"),
                row("POST /api/rooms", "{}", INVALID, "name"),
                row("POST /api/rooms", "{'name':'   '}", INVALID, "name"),
                row("POST /api/rooms", "{'name':'a\\u0007b'}", INVALID, "name"),
                row("POST /api/rooms", "{'name':'$51'}", TOO_LONG, "name"),
                row("POST /api/rooms", "{'name':true}", INVALID, "name"),
                row("POST /api/rooms", "{'name':'fresh room','password':1}", INVALID, "password"),
                row("POST /api/rooms", "{'name':'fresh room','password':'$73'}", TOO_LONG, "password"),
                row("POST /api/rooms", "{'name':'fresh room','topic':'$9000'}", TOO_LONG, "topic"),
                row("PATCH /api/rooms/{room}", "{'topic':[]}", INVALID, "topic"),
                row("PATCH /api/rooms/{room}", "{'topic':'$9000'}", TOO_LONG, "topic"),
                row("PATCH /api/rooms/{room}", "{'password':'$73'}", TOO_LONG, "password"),
                row("POST /api/rooms/{room}/join", "{'password':{}}", INVALID, "password"),
                row("PUT /api/rooms/{room}/bans/{other}", "{'reason':3}", INVALID, "reason"),
                row("PUT /api/rooms/{room}/bans/{other}", "{'reason':'$9000'}", TOO_LONG, "reason"),
                row("PUT /api/rooms/{room}/bans/{other}", "{'until':'tomorrow'}", INVALID, "until"),
                row("POST /api/rooms/{room}/messages", "{'text':'hi'}", INVALID, "id"),
                row("POST /api/rooms/{room}/messages", "{'id':'1','text':'hi'}", INVALID, "id"),
                row("POST /api/rooms/{room}/messages", "{'id':1,'text':'hi'}", INVALID, "id"),
                row("POST /api/rooms/{room}/messages", "{" + ID + "}", INVALID, "text"),
                row("POST /api/rooms/{room}/messages", "{" + ID + ",'text':' \\n '}", INVALID, "text"),
                row("POST /api/rooms/{room}/messages", "{" + ID + ",'text':'\\ud800'}", INVALID, "text"),
                row("POST /api/rooms/{room}/messages", "{" + ID + ",'text':'$4001'}", TOO_LONG, "text"),
                row("PUT /api/rooms/{room}/read", "{}", INVALID, "position"),
                row("PUT /api/rooms/{room}/read", "{'position':'7'}", INVALID, "position"),
                row("PUT /api/rooms/{room}/read", "{'position':-2}", INVALID, "position"),
                row("PUT /api/rooms/{room}/read", "{'position':1.5}", INVALID, "position"),
                row("POST /api/direct/{other}/messages", "{'text':'hi'}", INVALID, "id"),
                row("POST /api/direct/{other}/messages", "{" + ID + ",'text':''}", INVALID, "text"),
                row("POST /api/direct/{other}/messages", "{" + ID + ",'text':'$4001'}", TOO_LONG, "text"),
                row("PUT /api/direct/{other}/read", "{'position':null}", INVALID, "position"));
    }

    @ParameterizedTest(name = "{0} {1} is {2}")
    @MethodSource("wrongMembers")
    void shouldNameTheMemberThatIsWrong(String endpoint, String body, ErrorCode code, String field, Confab confab) {
        // when
        Answer answer = ask(confab, endpoint, body);
        // then
        answer.expectProblem(code, field);
    }

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
        Answer answer = ask(confab, "GET " + address, "");
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
        Answer answer = ask(confab, "GET " + address, "");
        // then
        answer.expectProblem(INVALID, parameter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nothing", "/api/rooms/{room}/nothing", "/api/auth", "/api", "/internal/rooms"})
    void shouldKnowNothingAtOtherAddresses(String address, Confab confab) {
        // when
        Answer answer = ask(confab, "GET " + address, "");
        // then
        answer.expectProblem(NOT_FOUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PATCH /api/auth/login", "DELETE /api/rooms", "POST /api/rooms/{room}", "POST /api/unread"})
    void shouldRefuseOtherMethods(String endpoint, Confab confab) {
        // when
        Answer answer = ask(confab, endpoint, "{}");
        // then
        answer.expectProblem(METHOD_NOT_ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/rooms/%2e%2e%2finternal", "/api/rooms/a%00b", "/api/rooms/%ff", "/api/users/a%2fb"})
    void shouldSurviveStrangePaths(String address, Confab confab) {
        // when
        Answer answer = ask(confab, "GET " + address, "");
        // then
        assertThat(answer.status()).isIn(400, 404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void shouldNotTakeTheAddressOfAUserFromAPathTooLong(Confab confab) {
        // when
        Answer answer = ask(confab, "GET /api/users/" + "x".repeat(51), "");
        // then
        assertThat(answer.status()).isIn(400, 404);
    }

    @Test
    void shouldSignNobodyInWithAnUnusualBody(Confab confab) {
        // when
        Answer answer = ask(confab, "POST /api/auth/login", "{'username':'nobody-at-all','password':'$73'}");
        // then
        answer.expectProblem(BAD_CREDENTIALS);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void shouldHaveChangedNothing(Confab confab) {
        // given
        Api api = confab.api(asking(confab));
        // when
        Answer answer = api.get(path("/api/rooms/{}", room));
        // then
        assertThat(answer.expect(200).json().path("topic").asText()).isEmpty();
        assertThat(answer.json().path("hasPassword").asBoolean()).isFalse();
        assertThat(History.ofRoom(api, room).texts()).isEmpty();
        assertThat(History.withPerson(api, other.username()).texts()).isEmpty();
        assertThat(api.get(path("/api/rooms/{}/bans", room)).json().path("bans"))
                .isEmpty();
        assertThat(api.get("/api/auth/session").expect(200).json().has("lastRoom"))
                .isFalse();
    }

    /** Strings are written in '…', and {@code $n} stands for n characters. */
    private static Arguments row(String endpoint, String body, ErrorCode code, String field) {
        return arguments(endpoint, body, code, field);
    }

    private Answer ask(Confab confab, String endpoint, String body) {
        var json = Pattern.compile("\\$(\\d+)")
                .matcher(body.replace('\'', '"'))
                .replaceAll(match -> "x".repeat(Integer.parseInt(match.group(1))));
        var api = confab.api(asking(confab));
        String address = address(endpoint);
        return body.isEmpty() ? api.get(address) : api.raw(method(endpoint), address, json);
    }

    private static String method(String endpoint) {
        return endpoint.split(" ", 2)[0];
    }

    private String address(String endpoint) {
        return endpoint.split(" ", 2)[1].replace("{room}", path("{}", room)).replace("{other}", other.username());
    }

    /** Bad requests change nothing, so that one person with one room can make all of them. */
    private Session asking(Confab confab) {
        if (alice == null) {
            alice = confab.person("alice");
            other = confab.person("bob");
            room = confab.room(alice, "kitchen");
        }
        return alice;
    }
}
