package dev.confab.systemtests.fences;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.ChatClient.privately;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Api;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Handshake;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whichever way a session ends, it ends on every gateway and at every service. */
@SystemTest
class EndedSessionTest {
    /** The promise is a second; this machine may be busy with other things. */
    private static final Duration GENEROUS = Duration.ofSeconds(5);

    private enum End {
        SIGN_OUT,
        OTHER_DEVICE,
        PASSWORD_CHANGE,
        DISABLED_ACCOUNT;

        /** @param other another session of the same person */
        void come(Confab confab, Session session, Session other) {
            switch (this) {
                case SIGN_OUT -> confab.api(session).post("/api/auth/logout").expect(204);
                case OTHER_DEVICE ->
                    confab.api(other)
                            .delete(path("/api/auth/sessions/{}", idOfOther(confab.api(other))))
                            .expect(204);
                case PASSWORD_CHANGE ->
                    confab.api(other)
                            .put("/api/auth/password", Map.of("current", session.password(), "next", "something new"))
                            .expect(204);
                case DISABLED_ACCOUNT -> disable(confab, session);
            }
        }

        private static String idOfOther(Api api) {
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

    @ParameterizedTest
    @EnumSource
    void shouldCloseEverySocketAndVoidTheTokenEverywhere(End end, Confab confab) throws Exception {
        // given
        Session phone = confab.person("alice");
        Session laptop = Users.login(confab.gateway(), phone.username(), phone.password());
        List<ChatClient> sockets = IntStream.rangeClosed(1, 3)
                .mapToObj(gateway -> confab.connect(phone, confab.gateway(gateway)))
                .toList();
        var closed = new ArrayList<Duration>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> closing = sockets.stream()
                    .map(socket -> threads.submit(() -> {
                        assertThat(socket.awaitClose()).isEqualTo(CloseCode.SESSION_ENDED.code());
                        return System.nanoTime();
                    }))
                    .toList();
            // when
            long begun = System.nanoTime();
            end.come(confab, phone, laptop);
            // then
            for (var one : closing) {
                closed.add(Duration.ofNanos(one.get() - begun));
            }
        }
        for (int gateway = 1; gateway <= 3; gateway++) {
            assertThat(Handshake.at(confab.gateway(gateway))
                            .bearer(phone.accessToken())
                            .refusal())
                    .isEqualTo(401);
        }
        at(confab, "auth-service", phone).get("/api/users/me").expectProblem(ErrorCode.UNAUTHENTICATED);
        at(confab, "room-service", phone).get("/api/rooms").expectProblem(ErrorCode.UNAUTHENTICATED);
        at(confab, "message-service", phone).get("/api/unread").expectProblem(ErrorCode.UNAUTHENTICATED);
        phone.browserApi(confab.gateway()).post("/api/auth/refresh").expectProblem(ErrorCode.UNAUTHENTICATED);
        System.out.println(Figures.of(end + " → closed, at each of 3 gateways", closed));
        assertThat(Figures.of("closed", closed).percentile(100)).isLessThan(GENEROUS);
    }

    @Test
    void shouldKeepADisabledAccountOutUntilItIsEnabled(Confab confab) {
        // given
        Session mallory = confab.person("mallory");
        ChatClient alice = confab.connect(confab.person("alice"));
        var credentials = Map.of("username", mallory.username(), "password", mallory.password());
        // when
        disable(confab, mallory);
        // then
        confab.stranger().post("/api/auth/login", credentials).expectProblem(ErrorCode.FORBIDDEN);
        alice.ask(privately(mallory.username(), "hello?")).expectError(ErrorCode.NOT_FOUND);
        confab.operator()
                .delete(path("/internal/accounts/{}/disabled", mallory.username()))
                .expect(204);
        Session again = Users.login(confab.gateway(), mallory.username(), mallory.password());
        confab.connect(again).join("main");
        alice.direct(again, "welcome back");
    }

    @Test
    void shouldNotLetOperatorsInFromOutside(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String address = path("/internal/accounts/{}/disabled", alice.username());
        // when
        confab.api(alice).put(address, Map.of()).expectProblem(ErrorCode.NOT_FOUND);
        // then
        confab.api(alice).get("/api/auth/session").expect(200);
    }

    private static void disable(Confab confab, Session user) {
        confab.operator()
                .put(path("/internal/accounts/{}/disabled", user.username()), Map.of())
                .expect(204);
    }

    private static Api at(Confab confab, String service, Session who) {
        return who.api(confab.stack().url(service));
    }
}
