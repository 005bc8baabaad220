package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Session;
import org.junit.jupiter.api.Test;

/** Keys that work wherever the focus is. */
@BrowserTest
class ShortcutsTest {

    @Test
    void shouldGoThroughWhatIsNewByKeys(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String near = confab.room(alice, "a");
        String far = confab.room(alice, "b");
        LongTalk.in(near, confab).say(60);
        LongTalk.in(far, confab).say(60);
        Tab tab = browsers.open(alice).expectPlace("main");
        Keyboard keyboard = tab.page().keyboard();
        assertThat(tab.find("unread")).hasCount(2);
        // when
        keyboard.press("Alt+Shift+ArrowDown");
        tab.expectPlace(near);
        assertThat(tab.find("new-line")).isInViewport();
        tab.find("composer").fill("an answer");
        keyboard.press("Alt+Shift+ArrowDown");
        // then
        tab.expectPlace(far);
        assertThat(tab.find("room-item", "data-room", near).getByTestId("draft-mark"))
                .isVisible();
        assertThat(tab.find("new-line")).isInViewport();
        // when
        keyboard.press("Escape");
        // then
        Reads.await(confab, alice, far, 0);
        assertThat(tab.find("unread")).hasCount(1);
        // when
        keyboard.press("Shift+Escape");
        // then
        Reads.await(confab, alice, near, 0);
        assertThat(tab.find("unread")).hasCount(0);
    }

    @Test
    void shouldGoFromOnePartOfThePageToTheNext(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        Tab tab = browsers.open(alice).goToRoom(room).say("one").expectMessage("one");
        Keyboard keyboard = tab.page().keyboard();
        tab.act("one", "menu-thread");
        Locator thread = tab.find("thread-pane").getByTestId("composer");
        // when
        thread.focus();
        keyboard.press("F6");
        // then
        assertThat(tab.find("room-item", "data-room", room)).isFocused();
        keyboard.press("F6");
        assertThat(tab.find("timeline")).isFocused();
        keyboard.press("F6");
        assertThat(tab.page().locator("confab-place").getByTestId("composer")).isFocused();
        keyboard.press("F6");
        assertThat(thread).isFocused();
        keyboard.press("Shift+F6");
        assertThat(tab.page().locator("confab-place").getByTestId("composer")).isFocused();
        // when
        tab.find("skip").focus();
        keyboard.press("Enter");
        // then
        assertThat(tab.find("timeline")).isFocused();
    }

    @Test
    void shouldNotMarkAsReadWhatEscIsNotFor(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        LongTalk.in(room, confab).say(60);
        Tab tab = browsers.open(alice).goToRoom(room);
        Keyboard keyboard = tab.page().keyboard();
        assertThat(tab.find("news-bar")).isVisible();
        // when
        tab.find("emoji-button").click();
        keyboard.press("Escape");
        keyboard.press("Control+k");
        keyboard.press("Escape");
        tab.act("no 0", "menu-reply");
        keyboard.press("Escape");
        tab.find("timeline").focus();
        keyboard.press("Escape");
        assertThat(tab.find("composer")).isFocused();
        // then
        assertThat(tab.find("news-bar")).isVisible();
        // when
        keyboard.press("Escape");
        // then
        assertThat(tab.find("news-bar")).hasCount(0);
    }
}
