package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is new: how much it is, where it begins, and what ends it. */
@BrowserTest
class NewsTest {

    @Test
    void shouldShowWhereReadingBeganHoweverMuchIsNew(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        LongTalk.in(room, confab).say(2_000);
        // when
        Tab tab = browsers.open(alice).goToRoom(room);
        // then
        assertThat(tab.find("new-line")).isInViewport();
        assertThat(tab.message("no 0")).isInViewport();
        assertThat(tab.find("news-bar")).containsText(Pattern.compile("1000\\+ new since \\d\\d:\\d\\d"));
        assertThat(tab.find("to-first")).hasCount(0);
        Scroll.expectSmall(tab);
        // when
        tab.find("jump").click();
        // then
        assertThat(tab.message("no 1999")).isInViewport();
        tab.expectNoMessage("no 0");
        Scroll.expectSmall(tab);
    }

    @Test
    void shouldLeadBackToTheFirstOfWhatIsNew(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        LongTalk.in(room, confab).say(120);
        Tab tab = browsers.open(alice).goToRoom(room);
        assertThat(tab.find("news-bar")).containsText("120 new since");
        // when
        Scroll.by(tab, 1, () -> tab.find("to-first").count() == 1);
        tab.find("to-first").click();
        // then
        assertThat(tab.find("new-line")).isInViewport();
        assertThat(tab.find("timeline")).isFocused();
        // when
        tab.find("mark-read").click();
        // then
        assertThat(tab.find("news-bar")).hasCount(0);
        assertThat(tab.message("no 0")).isInViewport();
        assertThat(tab.find("composer")).isFocused();
        Reads.await(confab, alice, room, 0);
    }

    @Test
    void shouldGoOnInOneTabWhereReadingEndedInTheOther(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        LongTalk.in(room, confab).say(120);
        Tab one = browsers.open(alice).goToRoom(room);
        Scroll.by(one, 1, () -> one.message("no 119").count() == 1);
        await().pollInSameThread().atMost(Patience.LIMIT).until(() -> Reads.unread(confab, alice, room) < 90);
        // when
        Tab other = browsers.openBeside(one).goToRoom(room);
        // then
        assertThat(other.find("new-line")).isInViewport();
        assertThat(other.message("no 0")).not().isInViewport();
        assertThat(other.find("news-bar")).containsText("new since");
        assertThat(other.find("news-bar")).not().containsText("120 new");
    }

    @Test
    void shouldKnowAtOnceWhatIsReadInAnotherTab(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        LongTalk.in(room, confab).say(30);
        Tab one = browsers.open(alice);
        Tab other = browsers.openBeside(one).expectPlace("main");
        Locator unread = other.find("room-item", "data-room", room).getByTestId("unread");
        assertThat(unread).containsText("30");
        other.page().route("**/api/unread", route -> route.abort());
        other.allowBrokenServers();
        // when
        one.goToRoom(room);
        one.find("jump").click();
        // then
        assertThat(unread).hasCount(0);
    }

    @Test
    void shouldMakeUnreadAgainWhatIsToBeReadLater(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        LongTalk.in(room, confab).say(30);
        Tab tab = browsers.open(alice).goToRoom(room);
        tab.find("mark-read").click();
        Reads.await(confab, alice, room, 0);
        Locator unread = tab.find("room-item", "data-room", room).getByTestId("unread");
        assertThat(unread).hasCount(0);
        // when
        tab.message("no 0").scrollIntoViewIfNeeded();
        tab.act("no 0", "menu-unread");
        // then
        assertThat(unread).containsText("30");
        assertThat(tab.find("news-bar")).containsText("30 new");
        tab.goToRoom("main").goToRoom(room);
        assertThat(tab.find("new-line")).isInViewport();
        // when
        tab.act("no 0", "menu-unread");
        tab.reload().goToRoom("main");
        // then
        assertThat(unread).containsText("30");
        tab.goToRoom(room);
        assertThat(tab.find("new-line")).isInViewport();
        // when
        tab.page().keyboard().press("Escape");
        // then
        assertThat(unread).hasCount(0);
        assertThat(tab.find("news-bar")).hasCount(0);
    }
}
