package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.confab.systemtests.client.Api.path;

import com.microsoft.playwright.Locator;
import dev.confab.protocol.MessageId;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Session;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What becomes of a message, seen by two people, and by both again after a reload. */
@BrowserTest
class MessageLifeTest {

    /** Two people in a room of the first one's. */
    private record Two(Tab alices, Tab bobs, String alice, String bob, String room) {
        static Two in(Browsers browsers, Confab confab) {
            Session alice = confab.person("alice");
            Session bob = confab.person("bob");
            String room = confab.room(alice, "kitchen");
            Tab alices = browsers.open(alice).goToRoom(room);
            Tab bobs = browsers.open(bob).join(room);
            return new Two(alices, bobs, alice.username(), bob.username(), room);
        }

        Two reload() {
            alices.reload().expectPlace(room);
            bobs.reload().expectPlace(room);
            return this;
        }
    }

    @Test
    void shouldShowWhatAnEditMadeOfAMessage(Browsers browsers, Confab confab) {
        // given
        Two two = Two.in(browsers, confab);
        two.alices.say("the frist try").expectMessage("the frist try");
        two.bobs.expectMessage("the frist try");
        // when
        two.alices.act("the frist try", "menu-edit");
        two.alices.find("edit-text").fill("the first try");
        two.alices.find("edit-text").press("Enter");
        // then
        expectEdited(two);
        expectEdited(two.reload());
        two.bobs.message("the first try").hover();
        two.bobs.find("message-menu").click();
        assertThat(two.bobs.find("menu-edit")).hasCount(0);
        assertThat(two.bobs.find("menu-delete")).hasCount(0);
    }

    private static void expectEdited(Two two) {
        for (Tab tab : new Tab[] {two.alices, two.bobs}) {
            tab.expectMessages("the first try");
            assertThat(tab.message("the first try").getByTestId("edited")).isVisible();
        }
    }

    @Test
    void shouldLeaveATombstoneOfWhatWasDeleted(Browsers browsers, Confab confab) {
        // given
        Two two = Two.in(browsers, confab);
        two.bobs.say("of my own accord").say("of a moderator's").say("stays");
        two.bobs.expectMessages("of my own accord", "of a moderator's", "stays");
        two.alices.expectMessages("of my own accord", "of a moderator's", "stays");
        // when
        two.bobs.act("of my own accord", "menu-delete");
        two.bobs.find("delete-confirm").click();
        assertThat(two.alices.find("tombstone")).hasCount(1);
        two.alices.act("of a moderator's", "menu-delete");
        two.alices.find("delete-confirm").click();
        // then
        expectTombstones(two);
        expectTombstones(two.reload());
    }

    private static void expectTombstones(Two two) {
        two.alices.expectMessages("stays");
        two.bobs.expectMessages("stays");
        assertThat(two.alices.find("tombstone").first()).containsText(two.bob + "\u2069 deleted this message.");
        assertThat(two.bobs.find("tombstone").first()).hasText("You deleted this message.");
        assertThat(two.bobs.find("tombstone").last()).containsText("A moderator, \u2068" + two.alice);
    }

    @Test
    void shouldCountReactionsOnceAPerson(Browsers browsers, Confab confab) {
        // given
        Two two = Two.in(browsers, confab);
        two.alices.say("cake?").expectMessage("cake?");
        // when
        two.bobs.message("cake?").hover();
        two.bobs.find("bar-react").click();
        assertThat(reaction(two.alices, "👍")).hasText("👍1");
        reaction(two.alices, "👍").click();
        two.bobs.act("cake?", "menu-add-reaction");
        two.bobs.find("emoji-search").fill("party popper");
        two.bobs.find("emoji-search").press("Enter");
        // then
        expectReactions(two);
        expectReactions(two.reload());
        // when
        reaction(two.bobs, "👍").click();
        reaction(two.bobs, "🎉").click();
        // then
        assertThat(two.alices.find("reaction")).hasCount(1);
        assertThat(reaction(two.alices, "👍")).hasAttribute("aria-label", "You reacted with 👍");
        assertThat(reaction(two.bobs, "👍")).hasAttribute("aria-pressed", "false");
    }

    private static void expectReactions(Two two) {
        assertThat(reaction(two.alices, "👍")).hasText("👍2");
        assertThat(reaction(two.alices, "👍"))
                .hasAttribute("aria-label", "You and \u2068%s\u2069 reacted with 👍".formatted(two.bob));
        assertThat(reaction(two.alices, "🎉")).hasAttribute("aria-pressed", "false");
        assertThat(reaction(two.bobs, "🎉")).hasAttribute("aria-pressed", "true");
    }

    private static Locator reaction(Tab tab, String emoji) {
        return tab.find("reaction", "data-emoji", emoji);
    }

    @Test
    void shouldQuoteWhatIsAnsweredAsItIsNow(Browsers browsers, Confab confab) {
        // given
        Two two = Two.in(browsers, confab);
        two.alices.say("tea or cofee?").expectMessage("tea or cofee?");
        // when
        two.bobs.act("tea or cofee?", "menu-reply");
        assertThat(two.bobs.find("reply-bar")).containsText("tea or cofee?");
        two.bobs.say("tea").expectMessage("tea");
        assertThat(two.bobs.find("reply-bar")).hasCount(0);
        two.alices.act("tea or cofee?", "menu-edit");
        two.alices.find("edit-text").fill("tea or coffee?");
        two.alices.find("edit-save").click();
        // then
        expectQuote(two, "tea or coffee?");
        expectQuote(two.reload(), "tea or coffee?");
        two.bobs.find("quote").click();
        assertThat(two.bobs.message("tea or coffee?")).isFocused();
        // when
        two.alices.act("tea or coffee?", "menu-delete");
        two.alices.find("delete-confirm").click();
        // then
        expectQuote(two, "This message was deleted.");
        expectQuote(two.reload(), "This message was deleted.");
    }

    private static void expectQuote(Two two, String text) {
        assertThat(two.alices.message("tea").getByTestId("quote")).containsText(text);
        assertThat(two.bobs.message("tea").getByTestId("quote")).containsText(text);
    }

    @Test
    void shouldTalkInAThreadBesideTheRoom(Browsers browsers, Confab confab) {
        // given
        Two two = Two.in(browsers, confab);
        two.alices.say("a long story").expectMessage("a long story");
        // when
        two.bobs.act("a long story", "menu-thread");
        two.bobs.answer("aside");
        two.bobs.find("also-in-room").check();
        two.bobs.answer("for all");
        // then
        two.alices.expectMessages("a long story", "for all");
        assertThat(two.alices.find("replies")).containsText("2 replies");
        two.reload().alices.expectMessages("a long story", "for all");
        assertThat(two.alices.find("replies")).containsText("2 replies");
        two.alices.find("replies").click();
        assertThat(two.alices.find("thread").getByTestId("message-text"))
                .hasText(new String[] {"a long story", "aside", "for all"});
        // when
        two.bobs.find("replies").click();
        two.alices.answer("live in the thread");
        // then
        assertThat(two.bobs.find("thread").getByTestId("message-text"))
                .hasText(new String[] {"a long story", "aside", "for all", "live in the thread"});
        assertThat(two.bobs.find("replies")).containsText("3 replies");
        two.bobs.find("close-thread").click();
        two.bobs.expectMessages("a long story", "for all");
    }

    @Test
    void shouldListWhatIsPinned(Browsers browsers, Confab confab) {
        // given
        Two two = Two.in(browsers, confab);
        two.bobs.say("the rules").expectMessage("the rules");
        // when
        two.alices.act("the rules", "menu-pin");
        // then
        assertThat(two.bobs.message("the rules").getByTestId("pinned")).isVisible();
        two.reload();
        assertThat(two.bobs.message("the rules").getByTestId("pinned")).isVisible();
        two.bobs.find("open-pins").click();
        assertThat(two.bobs.find("pin-entry")).containsText("the rules");
        assertThat(two.bobs.find("unpin")).hasCount(0);
        two.bobs.find("pin-entry").getByText("the rules").click();
        assertThat(two.bobs.message("the rules")).isFocused();
        // when
        two.alices.find("open-pins").click();
        two.alices.find("unpin").click();
        // then
        assertThat(two.alices.find("no-pins")).isVisible();
        assertThat(two.bobs.find("pinned")).hasCount(0);
    }

    @Test
    void shouldTellHowFarAMessageHasCome(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        Tab alices = browsers.open(alice).goToRoom(room);
        Tab bobs = browsers.open(bob).join(room).goToRoom("main");
        // when
        alices.say("is anybody there?");
        // then
        assertThat(alices.find("tick")).hasAttribute("data-tick", "stored");
        // when
        bobs.goToRoom(room);
        // then
        assertThat(alices.find("tick")).hasAttribute("data-tick", "seen");
        alices.act("is anybody there?", "menu-seen-by");
        assertThat(alices.find("seen-by", "data-user", bob.username())).isVisible();
    }

    @Test
    void shouldCountApartWhatMentionsSomebody(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        var client = confab.connect(bob).join(room);
        Tab tab = browsers.open(alice);
        // when
        client.send("nothing for her");
        client.send("ask @" + alice.username());
        // then
        for (int i = 0; i < 2; i++) {
            Locator item = tab.find("room-item", "data-room", room);
            assertThat(item.getByTestId("mentions")).containsText("@1");
            assertThat(item.getByTestId("unread")).containsText("2");
            tab.reload();
        }
        tab.goToRoom(room);
        assertThat(tab.find("mentions")).hasCount(0);
        assertThat(tab.message("ask @" + alice.username())).hasClass(Pattern.compile("\\bmentioned\\b"));
    }

    @Test
    void shouldDoAllOfItInAConversationToo(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        Tab alices = browsers.open(alice)
                .openPrivate(bob.username())
                .say("between us")
                .expectMessage("between us");
        Tab bobs = browsers.open(bob).openPrivate(alice.username()).expectMessage("between us");
        // when
        bobs.act("between us", "menu-pin");
        alices.act("between us", "menu-edit");
        alices.find("edit-text").fill("between the two of us");
        alices.find("edit-text").press("Enter");
        bobs.message("between the two of us").hover();
        bobs.find("bar-react").click();
        // then
        for (Tab tab : new Tab[] {alices, bobs, alices.reload(), bobs.reload()}) {
            tab.expectMessages("between the two of us");
            assertThat(tab.find("pinned")).isVisible();
            assertThat(reaction(tab, "👍")).hasText("👍1");
        }
    }

    @Test
    void shouldOpenAMessageByItsAddress(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        var client = confab.connect(bob).join(room);
        var far = MessageId.next();
        client.ask(ChatClient.message(room, far, "far back"));
        for (int i = 0; i < 120; i++) {
            client.send("no " + i);
        }
        Tab tab = browsers.open(alice);
        // when
        tab.page().navigate(confab.gateway() + path("/#/room/{}/{}/{}", room, bob.username(), far));
        // then
        assertThat(tab.message("far back")).isInViewport();
        assertThat(tab.message("far back")).isFocused();
        // when
        tab.page()
                .navigate(confab.gateway()
                        + path("/#/room/{}/{}/{}", room, bob.username(), "0195f2a0-0000-7000-8000-000000000000"));
        // then
        tab.expectNotice("That message is not here, or not any more.");
    }
}
