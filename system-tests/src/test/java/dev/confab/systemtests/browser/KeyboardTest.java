package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.options.AriaRole;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Session;
import org.junit.jupiter.api.Test;

/** With the keyboard alone. */
@BrowserTest
class KeyboardTest {

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
