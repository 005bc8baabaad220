package dev.confab.systemtests.faults;

import static dev.confab.systemtests.client.ChatClient.joining;
import static dev.confab.systemtests.client.FrameMatcher.message;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@SystemTest
@Order(Faults.LAST)
class KilledGatewayTest {

    @AfterEach
    void startAgain(Confab confab) {
        confab.stack().start("gateway-1");
    }

    @Test
    void shouldLoseNothingForWhoComesBackOnAnother(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        ChatClient writer = confab.connect(alice, confab.otherGateway()).join(room);
        ChatClient reader = confab.connect(bob);
        String ticket = reader.ask(joining(room)).text("ticket");
        writer.send("seen");
        long seen = reader.expect(message("seen")).position();
        // when
        confab.stack().kill("gateway-1");
        // then
        reader.awaitClose();
        writer.send("missed");
        writer.expectPeople(room, alice);
        ChatClient back = confab.connect(bob, confab.otherGateway()).resume(room, ticket, seen);
        back.expectNothing(message("seen"), message("missed"));
        writer.send("live");
        back.expectNothing(message("missed"), message("live"));
    }
}
