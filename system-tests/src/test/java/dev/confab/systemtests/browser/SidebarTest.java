package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Session;
import org.junit.jupiter.api.Test;

/** Rooms and conversations at the side. */
@BrowserTest
class SidebarTest {

    @Test
    void shouldCountWhatIsMeantForOneAndDotTheRest(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        Tab tab = browsers.open(alice);
        // when
        ChatClient client = confab.connect(bob).join(room).direct(alice, "for you alone");
        client.send("for all").send("ask @" + alice.username());
        // then
        Locator item = tab.find("room-item", "data-room", room);
        assertThat(item.getByTestId("mentions")).containsText("@1");
        assertThat(item.getByTestId("unread")).hasText(", 2 unread");
        assertThat(item.getByTestId("unread")).hasClass("dot");
        assertThat(tab.find("direct-item", "data-user", bob.username()).getByTestId("unread"))
                .hasText("1 unread");
    }

    @Test
    void shouldFoldTheListsButForWhatIsNew(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String quiet = confab.room(alice, "quiet");
        String lively = confab.room(alice, "lively");
        Tab tab = browsers.open(alice);
        confab.connect(confab.person("bob")).join(lively).send("news");
        assertThat(tab.find("room-item", "data-room", lively).getByTestId("unread"))
                .hasCount(1);
        // when
        tab.find("fold-rooms").click();
        // then
        assertThat(tab.find("room-item", "data-room", quiet)).hasCount(0);
        assertThat(tab.find("room-item", "data-room", lively)).isVisible();
        tab.reload();
        assertThat(tab.find("room-item", "data-room", lively)).isVisible();
        assertThat(tab.find("room-item", "data-room", quiet)).hasCount(0);
        assertThat(tab.find("fold-rooms")).hasAttribute("aria-expanded", "false");
    }
}
