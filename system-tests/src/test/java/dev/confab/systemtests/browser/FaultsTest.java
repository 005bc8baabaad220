package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Session;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What people see of a server that goes and comes back. */
@BrowserTest
@Order(Integer.MAX_VALUE)
class FaultsTest {

    @Test
    void shouldCatchUpWithNothingLostOrDoubledAfterTheGatewayWasKilled(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient writer =
                confab.connect(alice, confab.otherGateway()).join(room).send("before");
        Tab bob = browsers.open(confab.person("bob"))
                .allowBrokenServers()
                .join(room)
                .expectMessage("before");
        // when
        confab.stack().kill("gateway-1");
        // then
        assertThat(bob.find("reconnecting")).isVisible();
        writer.send("missed 1").send("missed 2");
        bob.say("written while away");
        confab.stack().start("gateway-1");
        bob.expectMessage("written while away");
        writer.send("after");
        bob.expectMessages("before", "missed 1", "missed 2", "written while away", "after");
        assertThat(bob.find("reconnecting")).hasCount(0);
    }
}
