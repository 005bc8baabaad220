package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Finding messages and people from the page, and going to them. */
@BrowserTest
class SearchTest {

    @Test
    void shouldFindAMessageByKeysAloneAndGoToIt(Browsers browsers, Confab confab) {
        // given
        String word = word("saffron");
        Session alice = confab.person("alice");
        String kitchen = confab.room(alice, "kitchen");
        String garden = confab.room(alice, "garden");
        ChatClient writer = confab.connect(alice).join(garden).send("in the garden: " + word);
        writer.join(kitchen).send("nothing").send("soup with " + word + " and salt");
        Tab tab = browsers.open(alice).goToRoom(garden);
        // when
        tab.page().keyboard().press("Control+f");
        tab.find("search").press("Control+a");
        tab.find("search").fill(word);
        // then
        Locator hits = tab.find("hit");
        assertThat(hits).hasCount(2);
        assertThat(hits.first()).containsText("soup with " + word);
        assertThat(hits.first().locator("mark")).hasText(word);
        // when
        tab.find("search").press("ArrowDown");
        tab.find("search").press("ArrowUp");
        tab.find("search").press("Enter");
        // then
        tab.expectPlace(kitchen);
        assertThat(tab.message("soup with " + word + " and salt")).isInViewport();
        assertThat(tab.page()).hasURL(Pattern.compile(".*#/room/" + kitchen + "/" + alice.username() + "/.*"));
    }

    @Test
    void shouldSearchThePlaceThatIsShownAndElsewhereAtAClick(Browsers browsers, Confab confab) {
        // given
        String word = word("thyme");
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String kitchen = confab.room(alice, "kitchen");
        confab.connect(alice).join(kitchen).send(word + " in the room").direct(bob, word + " in private");
        Tab tab = browsers.open(bob).join(kitchen).expectMessage(word + " in the room");
        // when
        tab.page().keyboard().press("Control+f");
        tab.find("search").press("End");
        tab.find("search").pressSequentially(word);
        // then
        assertThat(tab.find("hit")).hasCount(1);
        assertThat(tab.find("hit")).containsText("in the room");
        // when
        tab.find("search").fill(word);
        assertThat(tab.find("hit")).hasCount(2);
        tab.find("hit")
                .filter(new Locator.FilterOptions().setHasText("in private"))
                .click();
        // then
        tab.expectPlace(alice.username()).expectMessage(word + " in private");
    }

    @Test
    void shouldSayWhatCanBeWrittenAndWhatWasNotFound(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String kitchen = confab.room(alice, "kitchen");
        Tab tab = browsers.open(alice).goToRoom(kitchen);
        // when
        tab.find("open-search").click();
        // then
        assertThat(tab.find("search-help")).isVisible();
        // when
        tab.find("search").fill(word("nothinglikethis"));
        // then
        assertThat(tab.find("no-hits")).isVisible();
        // when
        tab.find("search").fill("soup before:someday");
        // then
        assertThat(tab.page().getByRole(AriaRole.ALERT)).containsText("before:");
        // when
        tab.page().keyboard().press("Escape");
        // then
        assertThat(tab.find("open-search")).isFocused();
    }

    @Test
    void shouldGoToSomebodyWhoIsNotHereByTheDisplayName(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String name = word("Bartholomew");
        confab.api(bob)
                .patch("/api/users/me", Map.of("displayName", "Dr " + name))
                .expect(200);
        String kitchen = confab.room(alice, "kitchen");
        Tab tab = browsers.open(alice).goToRoom(kitchen);
        // when
        tab.page().keyboard().press("Control+k");
        tab.find("switcher").fill(name.substring(0, name.length() - 1));
        // then
        Locator found = tab.page().getByRole(AriaRole.OPTION);
        assertThat(found)
                .hasText(List.of(Pattern.compile(bob.username() + ".*" + name)).toArray(Pattern[]::new));
        // when
        tab.find("switcher").press("Enter");
        // then
        tab.expectPlace(bob.username());
    }

    /** That nobody else says. */
    private static String word(String begin) {
        return Users.fresh(begin).replace("-", "");
    }
}
