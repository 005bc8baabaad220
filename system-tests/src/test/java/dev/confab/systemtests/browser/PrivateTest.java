package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Session;
import org.junit.jupiter.api.Test;

@BrowserTest
class PrivateTest {

    @Test
    void shouldBringAPrivateMessageToTheOtherAndNobodyElse(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        Tab bobsTab = browsers.open(bob).join(room);
        Tab carolsTab = browsers.open(confab.person("carol")).join(room);
        Tab alicesTab = browsers.open(alice).goToRoom(room);
        // when
        alicesTab.openPersonMenu(bob.username());
        alicesTab.person(bob.username()).getByTestId("message-user").click();
        alicesTab.expectPlace(bob.username()).say("between us").expectMessage("between us");
        // then
        bobsTab.find("direct-item", "data-user", alice.username()).click();
        bobsTab.expectPlace(alice.username()).expectMessage("between us");
        alicesTab.goToRoom(room).say("for all");
        carolsTab.expectMessage("for all").expectNoMessage("between us");
        assertThat(carolsTab.find("direct-item")).hasCount(0);
    }

    @Test
    void shouldKeepAPrivateMessageWhileTheOtherIsAway(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        confab.connect(alice).direct(bob, "read this when you are back");
        // when
        Tab tab = browsers.open(bob);
        // then
        var conversation = tab.find("direct-item", "data-user", alice.username());
        assertThat(conversation.getByTestId("unread")).containsText("1");
        conversation.click();
        tab.expectPlace(alice.username()).expectMessage("read this when you are back");
    }
}
