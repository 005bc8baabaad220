package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.ChatClient.joining;

import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Session;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What people see of servers that go and come back. */
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

    @Test
    void shouldKeepABanWhenEverythingWasRestarted(Browsers browsers, Confab confab) {
        // given
        Session owner = confab.person("owner");
        Session bob = confab.person("bob");
        String room = confab.room(owner, "kitchen");
        Tab bobsTab = browsers.open(bob).allowBrokenServers().join(room);
        Tab ownersTab = browsers.open(owner).allowBrokenServers().goToRoom(room);
        ModerationTest.moderate(ownersTab, bob, "ban", "spam");
        bobsTab.expectPlace("main");
        // when
        confab.stack().restartAll();
        // then
        bobsTab.reload().expectPlace("main");
        confab.api(bob).post(path("/api/rooms/{}/join", room), Map.of()).expectProblem(ErrorCode.BANNED);
        confab.connect(bob).ask(joining(room)).expectError(ErrorCode.BANNED);
        ownersTab.reload().expectPlace(room);
    }
}
