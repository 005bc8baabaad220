package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.WebSocketRoute.CloseOptions;
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

    @Test
    void shouldBringWhatAConversationWasWhileThePageWasCutOff(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        Tab alices = browsers.open(alice).openPrivate(bob.username());
        alices.say("one").expectMessage("one").say("two").expectMessage("two");
        Tab bobs = browsers.open(bob);
        var line = new Line();
        bobs.page().routeWebSocket("**/ws", line::onSocket);
        bobs.reload().openPrivate(alice.username()).expectMessages("one", "two");
        // when
        line.cut();
        assertThat(bobs.find("reconnecting")).isVisible();
        alices.say("three").expectMessage("three");
        alices.act("one", "menu-edit");
        alices.find("edit-text").fill("one and a half");
        alices.find("edit-text").press("Enter");
        alices.expectMessages("one and a half", "two", "three").act("two", "menu-delete");
        alices.find("delete-confirm").click();
        assertThat(alices.find("tombstone")).isVisible();
        line.mend();
        // then
        bobs.expectMessages("one and a half", "three");
        assertThat(bobs.find("tombstone")).isVisible();
        assertThat(bobs.message("one and a half").getByTestId("edited")).isVisible();
    }

    /** Between a page and its gateway; may be cut. */
    private static final class Line {
        private static final int RESTART = 1012;
        private boolean isCut;
        private WebSocketRoute open;

        void onSocket(WebSocketRoute socket) {
            if (isCut) {
                socket.close(new CloseOptions().setCode(RESTART));
            } else {
                socket.connectToServer();
                open = socket;
            }
        }

        void cut() {
            isCut = true;
            open.close(new CloseOptions().setCode(RESTART));
        }

        void mend() {
            isCut = false;
        }
    }
}
