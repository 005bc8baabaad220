package dev.confab.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the processes have written by the time that all tests have run that stop none of them. */
@SystemTest
@Order(Order.DEFAULT + 1)
class LogsTest {

    @ParameterizedTest
    @ValueSource(strings = {"auth-service", "room-service", "message-service", "gateway-1", "gateway-2"})
    void shouldHoldNoErrorsSinceTheStart(String process, Confab confab) {
        // when
        String log = confab.stack().logs(process);
        // then
        String sinceStart = log.substring(log.lastIndexOf(" started in "));
        assertThat(sinceStart.lines().filter(line -> line.contains(" ERROR "))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth-service", "room-service", "message-service", "gateway-1", "gateway-2"})
    void shouldHoldNoTextsTokensOrPasswords(String process, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "vault", "a password of a room");
        ChatClient client = confab.connect(alice).join(room).send("a text that nobody logs");
        client.direct(alice, "a text that nobody logs").history(room).newest();
        confab.stranger().post("/api/auth/login", Map.of("username", alice.username(), "password", "a wrong password"));
        // when
        String log = confab.stack().logs(process);
        // then
        assertThat(log)
                .doesNotContain(
                        "a text that nobody logs",
                        alice.accessToken(),
                        Users.PASSWORD,
                        "a wrong password",
                        "a password of a room");
    }
}
