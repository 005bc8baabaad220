package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Session;
import org.junit.jupiter.api.Test;

/** A window on a long talk: one's place in it is never lost. */
@BrowserTest
class TimelineTest {

    @Test
    void shouldKeepTheWindowSmallFromOneEndOfALongTalkToTheOther(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        confab.connect(alice).join(room).send("the beginning");
        LongTalk.in(room, confab).say(900);
        Tab tab = browsers.open(confab.person("bob")).join(room);
        assertThat(tab.message("no 899")).isInViewport();
        // when
        Scroll.by(tab, -5, () -> tab.message("the beginning").count() == 1);
        // then
        tab.expectNoMessage("no 899");
        // when
        Scroll.by(tab, 5, () -> tab.find("jump").count() == 0);
        // then
        assertThat(tab.message("no 899")).isInViewport();
        tab.expectNoMessage("the beginning");
    }

    @Test
    void shouldMoveNothingUnderWhoLooksBack(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient bob = confab.connect(confab.person("bob")).join(room);
        LongTalk.in(room, confab).say(200);
        Tab tab = browsers.open(alice).goToRoom(room);
        tab.find("jump").click();
        assertThat(tab.message("no 199")).isInViewport();
        Reads.await(confab, alice, room, 0);
        // when
        Scroll.by(tab, -2, () -> tab.find("jump").count() == 1);
        String text = firstInSight(tab);
        double top = tab.message(text).boundingBox().y;
        for (int i = 0; i < 20; i++) {
            bob.send("later " + i);
        }
        // then
        assertThat(tab.find("jump")).containsText("20 new");
        assertThat(tab.message(text).boundingBox().y).isCloseTo(top, within(1.0));
        // when
        tab.find("timeline").evaluate("""
                box => {
                  for (const article of box.querySelectorAll('article')) {
                    if (article.getBoundingClientRect().bottom < 0) article.style.paddingBlockEnd = '9px';
                  }
                }""");
        Scroll.by(tab, 0, () -> true);
        // then
        assertThat(tab.message(text).boundingBox().y).isCloseTo(top, within(1.0));
    }

    @Test
    void shouldComeBackToWhereOneWasInEachTab(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        String empty = confab.room(alice, "empty");
        LongTalk.in(room, confab).say(400);
        Tab one = browsers.open(alice).goToRoom(room);
        one.find("jump").click();
        assertThat(one.message("no 399")).isInViewport();
        Reads.await(confab, alice, room, 0);
        Tab other = browsers.openBeside(one).goToRoom(room);
        assertThat(other.message("no 399")).isInViewport();
        Scroll.by(one, -1, () -> one.find("message").count() >= 250);
        String text = firstInSight(one);
        double top = one.message(text).boundingBox().y;
        // when
        one.goToRoom(empty).expectNoMessage(text);
        other.goToRoom(empty);
        confab.connect(confab.person("bob")).join(room).send("meanwhile");
        one.goToRoom(room);
        other.goToRoom(room);
        // then
        assertThat(one.message(text)).isInViewport();
        assertThat(one.message(text).boundingBox().y).isCloseTo(top, within(1.0));
        assertThat(one.find("jump")).containsText("1 new");
        assertThat(other.message("meanwhile")).isInViewport();
    }

    private static String firstInSight(Tab tab) {
        return (String) tab.find("timeline").evaluate("""
                box => {
                  const edge = box.getBoundingClientRect().top + 60;
                  const all = [...box.querySelectorAll('article')];
                  const first = all.find((article) => article.getBoundingClientRect().top > edge);
                  return first.querySelector('.text').textContent.trim();
                }""");
    }
}
