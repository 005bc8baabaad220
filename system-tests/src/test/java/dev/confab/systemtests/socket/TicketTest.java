package dev.confab.systemtests.socket;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.ChatClient.joining;

import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.Session;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SystemTest
class TicketTest {

    @Test
    void shouldAskForThePasswordOnlyWithoutATicket(Confab confab) {
        // given
        String room = confab.room(confab.person("alice"), "vault", "open sesame");
        ChatClient bob = confab.connect(confab.person("bob"));
        String ticket =
                bob.ask(joining(room).withPassword("open sesame")).expectOk().text("ticket");
        bob.leave(room);
        // when
        Frame answer = bob.ask(joining(room).withTicket(ticket));
        // then
        answer.expectOk();
    }

    @Test
    void shouldTakeTheTicketThatRestGave(Confab confab) {
        // given
        Session bob = confab.person("bob");
        String room = confab.room(confab.person("alice"), "vault", "open sesame");
        String ticket = confab.api(bob)
                .post(path("/api/rooms/{}/join", room), Map.of("password", "open sesame"))
                .text("ticket");
        // when
        Frame answer = confab.connect(bob).ask(joining(room).withTicket(ticket));
        // then
        answer.expectOk();
    }

    @Test
    void shouldRefuseTheTicketOfSomebodyElse(Confab confab) {
        // given
        String room = confab.room(confab.person("alice"), "vault", "open sesame");
        String ticket = confab.connect(confab.person("bob"))
                .ask(joining(room).withPassword("open sesame"))
                .text("ticket");
        ChatClient mallory = confab.connect(confab.person("mallory"));
        // when
        Frame answer = mallory.ask(joining(room).withTicket(ticket));
        // then
        answer.expectError(ErrorCode.WRONG_PASSWORD);
    }

    @Test
    void shouldRefuseTheTicketOfAnotherRoom(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String vault = confab.room(alice, "vault", "open sesame");
        ChatClient mallory = confab.connect(confab.person("mallory"));
        String ticket = mallory.ask(joining(confab.room(alice, "lobby"))).text("ticket");
        // when
        Frame answer = mallory.ask(joining(vault).withTicket(ticket));
        // then
        answer.expectError(ErrorCode.WRONG_PASSWORD);
    }

    @Test
    void shouldRefuseATicketThatNobodySigned(Confab confab) {
        // given
        String room = confab.room(confab.person("alice"), "vault", "open sesame");
        ChatClient mallory = confab.connect(confab.person("mallory"));
        // when
        Frame answer = mallory.ask(joining(room).withTicket("eyJhIjoxfQ.AAAA"));
        // then
        answer.expectError(ErrorCode.WRONG_PASSWORD);
    }
}
