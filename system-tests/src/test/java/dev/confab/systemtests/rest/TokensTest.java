package dev.confab.systemtests.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.Api;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Handshake;
import dev.confab.systemtests.client.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@SystemTest
class TokensTest {

    /** Ways to make a token that is worth nothing. */
    enum Bad {
        NOT_A_TOKEN(_ -> "abc.def.ghi"),
        WITHOUT_SIGNATURE(TokenForge::unsigned),
        SIGNED_WITH_ANOTHER_KEY(TokenForge::signedWithAnotherKey),
        SIGNED_WITH_THE_PUBLIC_KEY(TokenForge::signedWithThePublicKey),
        ALTERED(forge -> forge.altered("somebody-else")),
        FOR_ANOTHER_AUDIENCE(forge -> forge.claiming("aud", "other").signed()),
        OF_ANOTHER_ISSUER(forge -> forge.claiming("iss", "other").signed()),
        EXPIRED(forge -> forge.claiming(
                        "exp", Instant.now().minus(Duration.ofMinutes(2)).getEpochSecond())
                .signed());

        private final Function<TokenForge, String> make;

        Bad(Function<TokenForge, String> make) {
            this.make = make;
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseABadTokenOnTheSocket(Bad bad, Confab confab) {
        // given
        String token = token(bad, confab);
        // when
        int status = Handshake.at(confab.gateway()).bearer(token).refusal();
        // then
        assertThat(status).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseABadTokenAtEveryService(Bad bad, Confab confab) {
        // given
        String token = token(bad, confab);
        // when
        Answer auth = new Api(confab.stack().url("auth-service")).bearer(token).get("/api/auth/sessions");
        Answer room = new Api(confab.stack().url("room-service")).bearer(token).get("/api/rooms");
        Answer message =
                new Api(confab.stack().url("message-service")).bearer(token).get("/api/unread");
        Answer gateway = confab.stranger().bearer(token).get("/api/rooms");
        // then
        assertThat(List.of(auth, room, message, gateway))
                .allSatisfy(answer -> answer.expectProblem(ErrorCode.UNAUTHENTICATED));
    }

    @Test
    void shouldTakeATokenOfTheRightKeyAndClaims(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String token = forge(confab, alice).signed();
        // when
        Answer answer = confab.stranger().bearer(token).get("/api/rooms");
        // then
        answer.expect(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/auth/session",
        "GET, /api/auth/sessions",
        "DELETE, /api/auth/sessions/1",
        "PUT, /api/auth/password",
        "GET, /api/users/somebody",
        "PATCH, /api/users/me",
        "PUT, /api/users/me/avatar",
        "PUT, /api/users/me/last-room",
        "GET, /api/rooms",
        "POST, /api/rooms",
        "GET, /api/rooms/main",
        "PATCH, /api/rooms/main",
        "DELETE, /api/rooms/main",
        "POST, /api/rooms/main/join",
        "DELETE, /api/rooms/main/members/me",
        "GET, /api/rooms/main/members",
        "DELETE, /api/rooms/main/members/somebody",
        "GET, /api/rooms/main/bans",
        "PUT, /api/rooms/main/bans/somebody",
        "DELETE, /api/rooms/main/bans/somebody",
        "PUT, /api/rooms/main/moderators/somebody",
        "DELETE, /api/rooms/main/moderators/somebody",
        "GET, /api/rooms/main/messages",
        "POST, /api/rooms/main/messages",
        "GET, /api/rooms/main/events",
        "PUT, /api/rooms/main/read",
        "GET, /api/direct",
        "GET, /api/direct/somebody/messages",
        "POST, /api/direct/somebody/messages",
        "PUT, /api/direct/somebody/read",
        "GET, /api/unread",
    })
    void shouldAnswerNobodyWithoutAToken(String method, String path, Confab confab) {
        // when
        Answer answer = confab.stranger().raw(method, path, method.equals("GET") ? "" : "{}");
        // then
        answer.expectProblem(ErrorCode.UNAUTHENTICATED);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void shouldNotOpenASocketForNobody(Confab confab) {
        // when
        int status = Handshake.at(confab.gateway()).refusal();
        // then
        assertThat(status).isEqualTo(401);
    }

    @Test
    void shouldOpenASocketByCookie(Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        ChatClient client = confab.connect(
                alice, Handshake.at(confab.gateway()).cookies(alice.cookies()).origin(confab.gateway()));
        // then
        client.join("main");
    }

    private static String token(Bad bad, Confab confab) {
        return bad.make.apply(forge(confab, confab.person("alice")));
    }

    private static TokenForge forge(Confab confab, Session person) {
        String keys =
                confab.stranger().get("/.well-known/jwks.json").expect(200).bodyText();
        return TokenForge.of(confab.stack(), person.username(), keys);
    }
}
