package dev.confab.systemtests.faults;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.ChatClient.joining;
import static dev.confab.systemtests.client.FrameMatcher.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.History;
import dev.confab.systemtests.client.Session;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Everything is still there when all of it was stopped and started again. */
@SystemTest
@Order(Faults.LAST)
class RestartTest {

    @Test
    void shouldStillHaveEverything(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        Session mallory = confab.person("mallory");
        String open = confab.room(alice, "open");
        String vault = confab.room(alice, "vault", "open sesame");
        ChatClient before = confab.connect(bob).join(vault, "open sesame").send("in the vault");
        before.join(open).send("in the open").direct(alice, "between us");
        String ticket = before.ask(joining(vault)).text("ticket");
        long position = before.expect(message("in the vault")).position();
        confab.api(alice)
                .put(path("/api/rooms/{}/bans/{}", open, mallory.username()), Map.of("reason", "spam"))
                .expect(200);
        confab.api(alice)
                .put(path("/api/rooms/{}/moderators/{}", vault, bob.username()), Map.of())
                .expect(204);
        // when
        confab.stack().restartAll();
        // then
        confab.api(bob).get("/api/auth/session").expect(200);
        bob.browserApi(confab.gateway()).post("/api/auth/refresh").expect(200);
        ChatClient after = confab.connect(bob);
        assertThat(after.history(open).texts()).containsExactly("in the open");
        assertThat(after.history(vault).texts()).containsExactly("in the vault");
        assertThat(History.withPerson(confab.api(bob), alice.username()).texts())
                .containsExactly("between us");
        assertThat(after.ask(joining(vault)).expectOk().text("role")).isEqualTo("moderator");
        assertThat(confab.api(alice)
                        .get(path("/api/rooms/{}", vault))
                        .expect(200)
                        .text("owner"))
                .isEqualTo(alice.username());
        confab.connect(mallory).ask(joining(open)).expectError(ErrorCode.BANNED);
        ChatClient resumed = confab.connect(bob, confab.otherGateway()).resume(vault, ticket, position - 1);
        resumed.expect(message("in the vault"));
        resumed.send("and on it goes").expect(message("and on it goes"));
    }
}
