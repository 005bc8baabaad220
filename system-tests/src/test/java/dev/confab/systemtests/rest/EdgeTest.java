package dev.confab.systemtests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.Api;
import dev.confab.systemtests.client.EventStream;
import dev.confab.systemtests.client.Handshake;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gateway is towards its clients, whichever service answers: one server, of which nothing of the inside is seen. */
@SystemTest
class EdgeTest {

    @Test
    void shouldTakeTheTokenAndNotTheCookieForWhoAsks(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        // when
        Answer rest =
                alice.browserApi(confab.gateway()).bearer(bob.accessToken()).get("/api/auth/session");
        var socket = confab.connect(
                bob, Handshake.at(confab.gateway()).cookies(alice.cookies()).bearer(bob.accessToken()));
        // then
        assertThat(rest.text("username")).isEqualTo(bob.username());
        socket.join(room);
        assertThat(people(confab, alice, room)).contains(bob.username());
    }

    @Test
    void shouldLookAtNoCookieBesideAToken(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String name = alice.cookies().values().keySet().stream()
                .filter(cookie -> cookie.startsWith("confab_access"))
                .findFirst()
                .orElseThrow();
        Api stale = confab.api(alice).with("Cookie", name + "=stale");
        String room = confab.room(alice, "kitchen");
        // when
        Answer rest = stale.get("/api/rooms");
        EventStream stream = stale.events(Api.path("/api/rooms/{}/events", room));
        // then
        rest.expect(200);
        stream.close();
    }

    @Test
    void shouldNotFallBackToTheCookieForABadToken(Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Answer rest = alice.browserApi(confab.gateway()).bearer("stale").get("/api/rooms");
        int socket = Handshake.at(confab.gateway())
                .cookies(alice.cookies())
                .bearer("stale")
                .refusal();
        // then
        rest.expectProblem(ErrorCode.UNAUTHENTICATED);
        assertThat(socket).isEqualTo(401);
    }

    @Test
    void shouldSayNothingOfWhereServicesAre(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String name = Users.fresh("kitchen");
        // when
        Answer made = confab.api(alice).post("/api/rooms", Map.of("name", name)).expect(201);
        // then
        assertThat(made.header("Location")).isEqualTo("/api/rooms/" + name);
        assertThat(confab.api(alice).get(made.header("Location")).text("name")).isEqualTo(name);
        List<Answer> all = List.of(
                made,
                confab.stranger().get("/api/rooms"),
                confab.api(alice).get("/api/nothing"),
                confab.api(alice).get("/api/rooms/nothing/messages"));
        assertThat(all)
                .allSatisfy(answer -> assertThat(answer.headers().map() + answer.bodyText())
                        .doesNotContain("127.0.0.1", "localhost"));
    }

    @Test
    void shouldNameItsCookiesAfterTheInstance(Confab confab) {
        // given
        int port = URI.create(confab.gateway()).getPort();
        // when
        Session alice = confab.person("alice");
        // then: cookies know no ports
        assertThat(alice.cookies().values()).containsOnlyKeys("confab_access_" + port, "confab_refresh_" + port);
        assertThat(alice.browserApi(confab.otherGateway())
                        .get("/api/auth/session")
                        .text("username"))
                .isEqualTo(alice.username());
    }

    @Test
    void shouldTakeDeadCookiesAway(Confab confab) {
        // given
        Session alice = confab.person("alice");
        alice.browserApi(confab.gateway()).post("/api/auth/logout").expect(204);
        // when
        Answer answer = alice.browserApi(confab.gateway()).post("/api/auth/refresh");
        // then
        answer.expectProblem(ErrorCode.UNAUTHENTICATED);
        assertThat(answer.headers().allValues("Set-Cookie"))
                .hasSize(2)
                .allSatisfy(cookie -> assertThat(cookie).contains("Max-Age=0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/auth/session",
                "/api/users/me",
                "/api/rooms",
                "/api/rooms/main",
                "/api/rooms/main/members",
                "/api/rooms/main/messages",
                "/api/direct",
                "/api/unread",
                "/api/nothing"
            })
    void shouldLetNobodyKeepWhatIsForOnePerson(String path, Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Answer answer = confab.api(alice).get(path);
        // then
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/rooms HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /api/rooms HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET /api/rooms HTTP/1.1\r\nHost: a@b\r\n\r\n",
                "GET /api/rooms HTTP/1.1\r\n\r\n",
                "GET http://evil.example/api/rooms HTTP/1.1\r\nHost: confab\r\n\r\n",
                "GET /api/rooms HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n",
            })
    void shouldRefuseWhatCouldBeReadInTwoWays(String request, Confab confab) throws IOException {
        // when
        String answer = raw(confab, request);
        // then
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"code\":\"malformed\"");
    }

    @Test
    void shouldTakeAWholeAddressForItsPath(Confab confab) throws IOException {
        // when
        String answer = raw(confab, "GET http://confab/.well-known/jwks.json HTTP/1.1\r\nHost: confab\r\n\r\n");
        // then
        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("\"keys\"");
    }

    @Test
    void shouldAskForTheBodyOfWhoWaitsToBeAsked(Confab confab) throws IOException {
        // when
        String answer = raw(
                confab,
                "POST /api/auth/login HTTP/1.1\r\nHost: confab\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
        // then
        assertThat(answer).startsWith("HTTP/1.1 100 Continue");
    }

    @Test
    void shouldNotReadACompressedBodyForAPlainOne(Confab confab) {
        // when
        Answer answer = confab.stranger().with("Content-Encoding", "gzip").post("/api/auth/login", Map.of());
        // then
        answer.expectProblem(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: confab\r\nConnection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\r\n\r\n"
            })
    void shouldNotSpeakHttp2(String request, Confab confab) throws IOException {
        // when
        String answer = raw(confab, request);
        // then
        assertThat(answer).startsWith("HTTP/").doesNotContain("101 Switching").doesNotStartWith("HTTP/2.0 2");
    }

    @Test
    void shouldSendThePageCompressedAndTheRestPlain(Confab confab) throws IOException {
        // given
        String page = confab.stranger().get("/").expect(200).bodyText();
        Matcher script = Pattern.compile("/static/bundle/[^\"]+\\.js").matcher(page);
        assertThat(script.find()).isTrue();
        String accepting = " HTTP/1.1\r\nHost: confab\r\nAccept-Encoding: gzip, br\r\n\r\n";
        // when
        String bundle = raw(confab, "HEAD " + script.group() + accepting);
        String json = raw(confab, "GET /.well-known/jwks.json" + accepting);
        Answer plain = confab.stranger().get(script.group());
        // then
        assertThat(bundle.toLowerCase(java.util.Locale.ROOT))
                .contains("content-encoding: gzip", "vary: accept-encoding", "immutable");
        assertThat(json.toLowerCase(java.util.Locale.ROOT)).doesNotContain("content-encoding");
        assertThat(plain.header("Content-Encoding")).isEmpty();
        assertThat(plain.header("Vary")).isEqualToIgnoringCase("Accept-Encoding");
    }

    @Test
    void shouldBoundHowOftenOneUserAsks(Confab confab) {
        // given
        Session mallory = confab.person("mallory");
        Session bob = confab.person("bob");
        // when
        var refused = IntStream.range(0, 5_000)
                .parallel()
                .mapToObj(i -> confab.api(mallory).get("/api/rooms/main"))
                .filter(answer -> answer.status() != 200)
                .findAny()
                .orElseThrow();
        // then
        refused.expectProblem(ErrorCode.RATE_LIMITED);
        confab.api(bob).get("/api/rooms/main").expect(200);
    }

    private static List<String> people(Confab confab, Session asking, String room) {
        return confab.api(asking)
                .get(Api.path("/api/rooms/{}/members", room))
                .expect(200)
                .json()
                .findValuesAsText("username");
    }

    /** The beginning of what is answered to these very bytes. */
    private static String raw(Confab confab, String request) throws IOException {
        URI gateway = URI.create(confab.gateway());
        try (var socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout((int) Patience.LIMIT.toMillis());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new StringBuilder();
            var bytes = new byte[4_096];
            while (answer.indexOf("\r\n\r\n") < 0 || isShort(answer)) {
                int read = socket.getInputStream().read(bytes);
                if (read < 0) {
                    break;
                }
                answer.append(new String(bytes, 0, read, StandardCharsets.ISO_8859_1));
            }
            return answer.toString();
        }
    }

    /** Whether less of the body has come than was said. */
    private static boolean isShort(StringBuilder answer) {
        Matcher length = Pattern.compile("(?i)\r\ncontent-length: (\\d+)").matcher(answer);
        int body = answer.length() - answer.indexOf("\r\n\r\n") - 4;
        return answer.indexOf("gzip") < 0 && length.find() && body < Integer.parseInt(length.group(1));
    }
}
