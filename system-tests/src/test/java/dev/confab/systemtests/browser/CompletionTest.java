package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Session;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Names, rooms and emoji are completed while one writes. */
@BrowserTest
class CompletionTest {

    @Test
    void shouldCompleteANameByKeyboard(Browsers browsers, Confab confab) {
        // given
        Session zoe = confab.person("zoe");
        String room = confab.room(zoe, "kitchen");
        confab.connect(zoe).join(room);
        Tab tab = browsers.open(confab.person("alice")).join(room).expectPeopleToInclude(zoe.username());
        Locator composer = tab.find("composer");
        String begun = zoe.username().substring(0, zoe.username().length() - 2);
        // when
        composer.pressSequentially("hi @" + begun);
        // then
        assertThat(tab.find("suggestion")).hasText(zoe.username());
        assertThat(composer).hasAttribute("aria-activedescendant", "option-0");
        // when
        composer.press("Enter");
        // then
        assertThat(composer).hasValue("hi @" + zoe.username() + " ");
        assertThat(tab.find("completion")).isHidden();
        // when
        composer.press("Enter");
        // then
        tab.expectMessage("hi @" + zoe.username());
        assertThat(tab.find("mention")).hasAttribute("data-user", zoe.username());
    }

    @Test
    void shouldFindPeopleByWhatTheyCallThemselves(Browsers browsers, Confab confab) {
        // given
        Session zoe = confab.person("zoe");
        String room = confab.room(zoe, "kitchen");
        confab.api(zoe)
                .patch("/api/users/me", Map.of("displayName", "Marguerite Duras"))
                .expect(200);
        confab.connect(zoe).join(room);
        Tab tab = browsers.open(confab.person("alice")).join(room).expectPeopleToInclude(zoe.username());
        // when
        tab.find("composer").pressSequentially("@dur");
        // then
        assertThat(tab.find("suggestion")).hasText(zoe.username() + " Marguerite Duras");
        // when
        tab.find("composer").press("Tab");
        // then
        assertThat(tab.find("composer")).hasValue("@" + zoe.username() + " ");
    }

    @Test
    void shouldCompleteRoomsAndEmoji(Browsers browsers, Confab confab) {
        // given
        String room = confab.room(confab.person("owner"), "herb garden");
        Tab tab = browsers.open(confab.person("alice")).join(room);
        Locator composer = tab.find("composer");
        // when
        composer.pressSequentially("#herb gar");
        composer.press("Tab");
        composer.pressSequentially(":par");
        composer.press("ArrowDown");
        composer.press("ArrowUp");
        composer.press("Tab");
        // then
        assertThat(composer).hasValue("#" + room + " 🥳 ");
        assertThat(composer).isFocused();
    }

    @Test
    void shouldSendANameThatIsThereInFull(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session zoe = confab.person("zoe");
        Tab tab = browsers.open(alice);
        browsers.open(zoe);
        tab.expectPeopleToInclude(zoe.username());
        // when
        tab.find("composer").pressSequentially("@" + zoe.username());
        assertThat(tab.find("suggestion")).hasText(zoe.username());
        tab.find("composer").press("Enter");
        // then
        tab.expectMessage("@" + zoe.username());
    }

    @Test
    void shouldOfferNothingMoreOnceThatIsRefused(Browsers browsers, Confab confab) {
        // given
        Tab tab = browsers.open(confab.person("alice"));
        Locator composer = tab.find("composer");
        composer.pressSequentially(":tad");
        assertThat(tab.find("completion")).isVisible();
        // when
        composer.press("Escape");
        composer.pressSequentially("a");
        // then
        assertThat(tab.find("completion")).isHidden();
        composer.press("Enter");
        tab.expectMessage(":tada");
    }

    @Test
    void shouldLeaveTheKeysOfACompositionToIt(Browsers browsers, Confab confab) {
        // given
        Tab tab = browsers.open(confab.person("alice"));
        Locator composer = tab.find("composer");
        composer.pressSequentially(":tad");
        assertThat(tab.find("completion")).isVisible();
        // when
        composer.dispatchEvent(
                "keydown", Map.of("key", "Enter", "isComposing", true, "bubbles", true, "composed", true));
        // then
        assertThat(composer).hasValue(":tad");
        assertThat(tab.find("completion")).isVisible();
    }

    @Test
    void shouldCompleteByTouchWithinThePhone(Browsers browsers, Confab confab) {
        // given
        Tab phone = browsers.open(
                confab.person("alice"),
                new NewContextOptions()
                        .setViewportSize(320, 640)
                        .setIsMobile(true)
                        .setHasTouch(true));
        // when
        phone.find("composer").tap();
        phone.find("composer").pressSequentially(":s");
        phone.find("composer").pressSequentially("m");
        // then
        assertThat(phone.find("suggestion")).hasCount(8);
        BoundingBox box = phone.find("completion").boundingBox();
        assertThat(box.x).isNotNegative();
        assertThat(box.x + box.width).isLessThanOrEqualTo(320);
        assertThat(box.y).isNotNegative();
        // when
        phone.find("suggestion").first().tap();
        // then
        assertThat(phone.find("composer")).hasValue("😄 ");
    }
}
