package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Session;
import org.junit.jupiter.api.Test;

/** With the keyboard alone. */
@BrowserTest
class KeyboardTest {

    @Test
    void shouldGiveTheFocusBackWhenAMenuIsClosed(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        confab.connect(bob).join(room);
        Tab tab = browsers.open(alice).goToRoom(room);
        Locator menu = tab.person(bob.username()).getByTestId("person-menu");
        Keyboard keyboard = tab.page().keyboard();
        // when
        menu.press("Enter");
        assertThat(tab.person(bob.username()).getByTestId("message-user")).isFocused();
        keyboard.press("Escape");
        // then
        assertThat(menu).isFocused();
        // when
        menu.press("Enter");
        tab.person(bob.username()).getByTestId("profile").press("Enter");
        assertThat(tab.page().getByRole(AriaRole.DIALOG)).isVisible();
        keyboard.press("Escape");
        // then
        assertThat(menu).isFocused();
        // when
        tab.find("emoji-button").press("Enter");
        assertThat(tab.find("emoji-search")).isFocused();
        keyboard.press("Escape");
        // then
        assertThat(tab.find("emoji-button")).isFocused();
    }

    @Test
    void shouldLeaveTheFocusToWhoHasGoneOnWhenADialogCloses(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        Tab tab = browsers.open(alice).goToRoom(room);
        tab.find("composer").focus();
        tab.page().keyboard().press("Control+k");
        Locator dialog = tab.page().getByRole(AriaRole.DIALOG);
        assertThat(dialog).isVisible();
        Locator button = tab.find("emoji-button");
        // when
        dialog.evaluate("(dialog, next) => { dialog.close(); next.focus(); }", button.elementHandle());
        assertThat(dialog).hasCount(0);
        // then
        assertThat(button).isFocused();
    }

    @Test
    void shouldGoThroughTheMessagesAndActOnThem(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        Tab tab = browsers.open(alice).goToRoom(room).say("one").expectMessage("one");
        tab.say("two").expectMessage("two");
        Keyboard keyboard = tab.page().keyboard();
        // when
        keyboard.press("ArrowUp");
        assertThat(tab.find("edit-text")).isFocused();
        keyboard.type(" and a half");
        keyboard.press("Enter");
        // then
        tab.expectMessages("one", "two and a half");
        assertThat(tab.find("composer")).isFocused();
        // when
        tab.find("timeline").focus();
        keyboard.press("ArrowUp");
        keyboard.press("ArrowUp");
        assertThat(tab.message("one")).isFocused();
        keyboard.press("Enter");
        assertThat(tab.find("menu-react")).isFocused();
        keyboard.press("Enter");
        // then
        assertThat(tab.message("one").getByTestId("reaction")).hasText("👍1");
        assertThat(tab.message("one")).isFocused();
        // when
        keyboard.press("Enter");
        assertThat(tab.find("menu-react")).isFocused();
        keyboard.press("End");
        assertThat(tab.find("menu-delete")).isFocused();
        keyboard.press("Enter");
        assertThat(tab.find("delete-confirm")).isFocused();
        keyboard.press("Enter");
        // then
        assertThat(tab.find("tombstone")).isVisible();
        tab.expectMessages("two and a half");
        // when
        keyboard.press("ArrowDown");
        assertThat(tab.message("two and a half")).isFocused();
        keyboard.press("Escape");
        // then
        assertThat(tab.find("composer")).isFocused();
    }

    @Test
    void shouldTakeEnterForANewLineUnderFingers(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Tab phone = browsers.open(
                alice,
                new NewContextOptions()
                        .setViewportSize(390, 844)
                        .setIsMobile(true)
                        .setHasTouch(true));
        // when
        phone.find("composer").fill("one");
        phone.find("composer").press("Enter");
        phone.page().keyboard().type("two");
        // then
        assertThat(phone.find("composer")).hasValue("one\ntwo");
        phone.find("send").tap();
        assertThat(phone.find("composer")).hasValue("");
        assertThat(phone.find("message-text").last()).hasText("one two");
    }

    @Test
    void shouldSayWhyTooLongATextIsNotSent(Browsers browsers, Confab confab) {
        // given
        Tab tab = browsers.open(confab.person("alice"));
        // when
        tab.say("x".repeat(4_002));
        // then
        assertThat(tab.find("count")).hasText("Not sent: 2 characters too many");
        assertThat(tab.find("count")).hasAttribute("role", "alert");
        tab.find("composer").press("Backspace");
        assertThat(tab.find("count")).hasText("Not sent: 1 character too many");
    }

    @Test
    void shouldSignInSwitchRoomAndWrite(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        Tab tab = browsers.open();
        Keyboard keyboard = tab.page().keyboard();
        assertThat(tab.find("username")).isFocused();
        // when
        keyboard.type(alice.username());
        keyboard.press("Tab");
        keyboard.type(alice.password());
        keyboard.press("Enter");
        tab.expectPlace("main");
        keyboard.press("Control+k");
        assertThat(tab.find("switcher")).isFocused();
        keyboard.type(room);
        assertThat(tab.page().getByRole(AriaRole.OPTION)).hasText(room);
        keyboard.press("Enter");
        tab.expectPlace(room);
        assertThat(tab.find("composer")).isFocused();
        keyboard.type("without a mouse");
        keyboard.press("Enter");
        // then
        tab.expectMessage("without a mouse");
    }
}
