package dev.confab.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Session;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The lists of people are right on every gateway, whatever becomes of one of them. */
@SystemTest
@Order(Faults.LAST)
class PresenceTest {
    private static final Duration FORGOTTEN_WITHIN = Duration.ofSeconds(15);

    @Test
    void shouldForgetThePeopleOfADeadGatewayAndShowThemAgainWhenTheyAreBack(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        ChatClient witness = confab.connect(alice, confab.otherGateway()).join(room);
        confab.connect(bob).join(room);
        witness.expectPeople(room, alice, bob);
        // when
        Instant killed = Instant.now();
        confab.stack().kill("gateway-1");
        // then
        witness.expectPeople(room, alice);
        Duration forgotten = Duration.between(killed, Instant.now());
        System.out.printf("the people of a dead gateway were gone after %s%n", forgotten);
        assertThat(forgotten).isLessThan(FORGOTTEN_WITHIN);
        confab.stack().start("gateway-1");
        ChatClient back = confab.connect(bob).join(room);
        witness.expectPeople(room, alice, bob);
        back.expectPeople(room, alice, bob);
    }

    @Test
    void shouldShowThePeopleOfAPausedGatewayAgainWhenItGoesOn(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        ChatClient witness = confab.connect(alice, confab.otherGateway()).join(room);
        ChatClient paused = confab.connect(bob).join(room);
        witness.expectPeople(room, alice, bob);
        // when
        confab.stack().pause("gateway-1");
        witness.expectPeople(room, alice);
        confab.stack().resume("gateway-1");
        // then
        witness.expectPeople(room, alice, bob);
        paused.expectPeople(room, alice, bob);
    }

    @Test
    void shouldTellAGatewayThatStartsWhoIsThere(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        ChatClient witness = confab.connect(alice, confab.otherGateway()).join(room);
        confab.stack().stop("gateway-1");
        // when
        confab.stack().start("gateway-1");
        ChatClient newcomer = confab.connect(bob).join(room);
        // then
        newcomer.expectPeople(room, alice, bob);
        witness.expectPeople(room, alice, bob);
    }
}
