package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Session;
import org.junit.jupiter.api.Test;

/** What helps with writing, and how others take part in it. */
@BrowserTest
class WritingTest {

    @Test
    void shouldFormatWhatIsSelectedAndUndoIt(Browsers browsers, Confab confab) {
        // given
        Tab tab = browsers.open(confab.person("alice"));
        Locator composer = tab.find("composer");
        composer.pressSequentially("word");
        // when
        composer.press("ControlOrMeta+a");
        composer.press("ControlOrMeta+b");
        // then
        assertThat(composer).hasValue("**word**");
        composer.press("ControlOrMeta+i");
        assertThat(composer).hasValue("***word***");
        composer.press("ControlOrMeta+b");
        composer.press("ControlOrMeta+Shift+x");
        assertThat(composer).hasValue("*~~word~~*");
        // when
        composer.press("ControlOrMeta+z");
        // then
        assertThat(composer).hasValue("*word*");
    }

    @Test
    void shouldMakeALinkOfWhatIsSelectedAndElseGoSomewhere(Browsers browsers, Confab confab) {
        // given
        Tab tab = browsers.open(confab.person("alice"));
        Locator composer = tab.find("composer");
        composer.pressSequentially("here");
        // when
        composer.press("ControlOrMeta+a");
        composer.press("ControlOrMeta+k");
        tab.page().keyboard().type("https://a.example");
        // then
        assertThat(composer).hasValue("[here](https://a.example)");
        assertThat(tab.find("switcher")).hasCount(0);
        composer.press("ControlOrMeta+k");
        assertThat(tab.find("switcher")).isFocused();
    }

    @Test
    void shouldRememberTheRowOfFormats(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Tab tab = browsers.open(alice);
        assertThat(tab.find("format-row")).hasCount(0);
        // when
        tab.find("format-toggle").click();
        tab.reload().expectPlace("main");
        tab.find("composer").fill("one\ntwo");
        tab.find("composer").press("ControlOrMeta+a");
        button(tab, "quote").click();
        button(tab, "list").click();
        // then
        assertThat(tab.find("composer")).hasValue("- > one\n- > two");
        assertThat(tab.find("composer")).isFocused();
        // when
        Keyboard keyboard = tab.page().keyboard();
        button(tab, "bold").focus();
        keyboard.press("ArrowRight");
        // then
        assertThat(button(tab, "italic")).isFocused();
    }

    private static Locator button(Tab tab, String format) {
        return tab.find("format-row").locator("[data-format='%s']".formatted(format));
    }

    @Test
    void shouldShowMessagesAsTheyWereTypedToWhoWantsThat(Browsers browsers, Confab confab) {
        // given
        Tab tab = browsers.open(confab.person("alice"));
        tab.say("**bold**").expectMessage("bold");
        // when
        tab.find("format-toggle").click();
        tab.find("plain-texts").click();
        // then
        tab.expectMessage("**bold**");
        tab.reload().expectMessage("**bold**");
        tab.find("plain-texts").click();
        tab.expectMessage("bold");
    }

    @Test
    void shouldSayThatTheLastMessageIsToBeEdited(Browsers browsers, Confab confab) {
        // given
        Tab tab = browsers.open(confab.person("alice"));
        tab.page().evaluate("window.asked = 0, window.addEventListener('edit-last', () => window.asked++)");
        // when
        tab.find("composer").press("ArrowUp");
        tab.find("composer").fill("text");
        tab.find("composer").press("ArrowUp");
        // then
        assertThat(tab.page().evaluate("window.asked")).isEqualTo(1);
    }

    @Test
    void shouldLeaveSendingToWhoeverTakesItOver(Browsers browsers, Confab confab) {
        // given
        Tab tab = browsers.open(confab.person("alice"));
        tab.page()
                .evaluate(
                        "window.addEventListener('send', (event) => (event.preventDefault(), window.said = event.detail.text))");
        // when
        tab.say(" taken over ");
        // then
        assertThat(tab.find("composer")).hasValue("");
        assertThat(tab.page().evaluate("window.said")).isEqualTo(" taken over");
        assertThat(tab.find("message").filter(new Locator.FilterOptions().setHasText("taken over")))
                .hasCount(0);
    }

    @Test
    void shouldKeepWhatIsWrittenBesideApart(Browsers browsers, Confab confab) {
        // given
        Tab tab = browsers.open(confab.person("alice"));
        tab.find("composer").fill("in the room");
        tab.page().locator("confab-composer").evaluate("""
                (first) => {
                  const beside = document.createElement('confab-composer');
                  Object.assign(beside, { stream: first.stream, draft: 'r/main/beside', label: 'Reply', aside: true });
                  first.after(beside);
                }""");
        Locator beside = tab.page().getByLabel("Reply");
        // when
        beside.fill("");
        beside.pressSequentially("beside :tad");
        beside.press("Enter");
        // then
        assertThat(beside).hasValue("beside 🎉 ");
        assertThat(tab.find("composer").first()).hasValue("in the room");
        // when
        beside.press("Enter");
        // then
        tab.expectMessage("beside 🎉");
        assertThat(beside).hasValue("");
        tab.reload().expectPlace("main");
        assertThat(tab.find("composer")).hasValue("in the room");
    }
}
