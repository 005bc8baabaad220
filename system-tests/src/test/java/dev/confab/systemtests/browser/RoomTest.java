package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.FrameMatcher;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

@BrowserTest
class RoomTest {

    @Test
    void shouldShowAMessageAtOnceToEverybodyInTheRoomAndNobodyElse(Browsers browsers, Confab confab) {
        // given
        Session owner = confab.person("owner");
        String kitchen = confab.room(owner, "kitchen");
        String garden = confab.room(owner, "garden");
        Tab alice = browsers.open(confab.person("alice")).join(kitchen);
        Tab bob = browsers.open(confab.person("bob")).join(kitchen);
        Tab outsider = browsers.open(confab.person("outsider")).join(garden);
        // when
        alice.say("dinner is ready");
        // then
        alice.expectMessage("dinner is ready");
        bob.expectMessage("dinner is ready");
        confab.connect(owner).join(garden).send("nothing to see here");
        outsider.expectMessage("nothing to see here").expectNoMessage("dinner is ready");
    }

    @Test
    void shouldShowHistoryInOrderWithItsTimes(Browsers browsers, Confab confab) {
        // given
        Session owner = confab.person("owner");
        String room = confab.room(owner, "kitchen");
        ChatClient writer = confab.connect(owner).join(room);
        writer.send("first").send("second").send("third");
        Instant at = Instant.parse(writer.expect(FrameMatcher.message("second")).text("at"));
        // when
        Tab bob = browsers.open(confab.person("bob")).join(room);
        // then
        bob.expectMessages("first", "second", "third");
        String shown = bob.message("second").locator("time").first().getAttribute("datetime");
        assertThat(Instant.parse(shown)).isEqualTo(at.truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void shouldBringBackAllOfALongHistory(Browsers browsers, Confab confab) {
        // given
        Session owner = confab.person("owner");
        String room = confab.room(owner, "archive");
        ChatClient writer = confab.connect(owner).join(room);
        for (int i = 0; i < 120; i++) {
            writer.send("no " + i);
        }
        Tab bob = browsers.open(confab.person("bob")).join(room).expectMessage("no 119");
        // when
        await().pollInSameThread().atMost(Patience.LIMIT).until(() -> {
            bob.find("timeline").evaluate("box => box.scrollTop = 0");
            return bob.message("no 0").count() == 1;
        });
        // then
        assertThat(bob.find("message")).hasCount(120);
        bob.expectMessage("no 0").expectMessage("no 60");
    }

    @Test
    void shouldJoinARoomThatWasChosenBeforeTheConnectionWasThere(Browsers browsers, Confab confab) {
        // given
        String room = confab.room(confab.person("owner"), "kitchen");
        Tab alice = browsers.open();
        alice.page().addInitScript("""
                const { set } = Object.getOwnPropertyDescriptor(WebSocket.prototype, 'onmessage');
                Object.defineProperty(WebSocket.prototype, 'onmessage', {
                  set(hear) { set.call(this, (event) => setTimeout(() => hear(event), 2000)); },
                });
                """);
        alice.reload();
        // when
        alice.register(Users.fresh("alice"), Users.PASSWORD).enterFromDirectory(room);
        // then
        alice.expectPlace(room);
    }

    @Test
    void shouldCreateARoom(Browsers browsers, Confab confab) {
        // given
        String name = Users.fresh("my own");
        Tab alice = browsers.open(confab.person("alice"));
        // when
        alice.createRoom(name, "");
        // then
        alice.say("mine").expectMessage("mine");
        browsers.open(confab.person("bob")).join(name).expectMessage("mine");
    }

    @Test
    void shouldCreateARoomWithAPassword(Browsers browsers, Confab confab) {
        // given
        String name = Users.fresh("vault");
        Tab alice = browsers.open(confab.person("alice"));
        // when
        alice.createRoom(name, "open sesame");
        // then
        alice.say("safe in here").expectMessage("safe in here");
        Tab bob = browsers.open(confab.person("bob")).enterFromDirectory(name);
        bob.find("room-password").fill("open sesame");
        bob.find("room-password-submit").click();
        bob.expectPlace(name).expectMessage("safe in here");
    }

    @Test
    void shouldRefuseAWrongRoomPasswordAndSaySo(Browsers browsers, Confab confab) {
        // given
        String name = confab.room(confab.person("owner"), "vault", "open sesame");
        Tab bob = browsers.open(confab.person("bob")).enterFromDirectory(name);
        // when
        bob.find("room-password").fill("open barley");
        bob.find("room-password-submit").click();
        // then
        assertThat(bob.find("room-password-error")).isVisible();
        assertThat(bob.find("room-item", "data-room", name)).hasCount(0);
    }

    @Test
    void shouldReturnToMainAfterLeaving(Browsers browsers, Confab confab) {
        // given
        String room = confab.room(confab.person("owner"), "kitchen");
        Tab alice = browsers.open(confab.person("alice")).join(room);
        // when
        alice.find("leave-room").click();
        // then
        alice.expectPlace("main");
        assertThat(alice.find("room-item", "data-room", room)).hasCount(0);
    }

    @Test
    void shouldShowWhatPeopleWriteAsTextAndNeverRunIt(Browsers browsers, Confab confab) {
        // given
        Session owner = confab.person("owner");
        String name = Users.fresh("<img src=x onerror=window.hit=1>");
        String markup = "<script>window.hit=1</script><img src=x onerror=window.hit=1>"
                + "<a href=\"javascript:window.hit=1\">x</a> javascript:window.hit=1 &amp; {{7*7}}";
        Tab alice = browsers.open(owner).createRoom(name, "");
        Tab bob = browsers.open(confab.person("bob")).join(name);
        // when
        alice.say(markup);
        // then
        bob.expectMessage(markup);
        alice.expectMessage(markup);
        assertThat(bob.page().evaluate("window.hit")).isNull();
        assertThat(alice.page().evaluate("window.hit")).isNull();
        assertThat(bob.message(markup).locator("a, img, script")).hasCount(0);
    }

    @Test
    void shouldShowWhoComesGoesAndTypes(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        Tab tab = browsers.open(alice).goToRoom(room).expectPeople(alice.username());
        // when
        ChatClient visitor = confab.connect(bob, confab.otherGateway()).join(room);
        // then
        tab.expectPeople(alice.username(), bob.username());
        visitor.typing();
        assertThat(tab.find("typing")).containsText(bob.username());
        visitor.send("done typing");
        assertThat(tab.find("typing")).not().containsText(bob.username());
        visitor.leave(room);
        tab.expectPeople(alice.username());
    }

    @Test
    void shouldCallYesterdayWhatWasTodayAfterMidnight(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        Tab tab = browsers.open();
        tab.page().clock().install();
        tab.signIn(alice.username(), alice.password()).expectPlace("main");
        tab.goToRoom(room).say("before midnight").expectMessage("before midnight");
        assertThat(tab.find("day")).hasText("Today");
        // when
        tab.page().clock().fastForward("24:00:00");
        // then
        assertThat(tab.find("day")).hasText("Yesterday");
    }

    @Test
    void shouldCopyMessagesWithoutTimesThatAreNotSeen(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        Tab tab = browsers.open(alice).goToRoom(room);
        tab.say("one").expectMessage("one").say("two").expectMessage("two");
        // when
        Object copied = tab.find("timeline").evaluate("""
                box => {
                  const selection = getSelection();
                  selection.setBaseAndExtent(box.querySelector('.rows'), 0, box, box.childNodes.length);
                  return selection.toString();
                }""");
        // then
        assertThat((String) copied).contains("one").contains("two").doesNotContainPattern("one\\s+\\d\\d:\\d\\d");
    }

    @Test
    void shouldTellOthersThatOneIsTyping(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient bob = confab.connect(confab.person("bob")).join(room);
        Tab tab = browsers.open(alice).goToRoom(room);
        // when
        tab.find("composer").pressSequentially("hm");
        // then
        bob.expect(FrameMatcher.typing().by(alice).in(room));
    }

    @Test
    void shouldCountWhatIsUnreadInOtherRooms(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        Tab tab = browsers.open(alice).goToRoom(room);
        tab.goToRoom("main");
        // when
        confab.connect(bob).join(room).send("one").send("two");
        // then
        var unread = tab.find("room-item", "data-room", room).getByTestId("unread");
        assertThat(unread).containsText("2");
        tab.goToRoom(room).expectMessages("one", "two");
        assertThat(unread).hasCount(0);
    }
}
