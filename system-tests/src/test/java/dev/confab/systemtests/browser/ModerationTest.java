package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.ChatClient.joining;

import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Session;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@BrowserTest
class ModerationTest {

    @Test
    void shouldOfferKickAndBanOnlyToThoseWhoMay(Browsers browsers, Confab confab) {
        // given
        Session owner = confab.person("owner");
        Session bob = confab.person("bob");
        Session carol = confab.person("carol");
        String room = confab.room(owner, "kitchen");
        Tab bobsTab = browsers.open(bob).join(room);
        confab.connect(carol).join(room);
        Tab ownersTab = browsers.open(owner).goToRoom(room);
        // when
        ownersTab.openPersonMenu(bob.username());
        bobsTab.openPersonMenu(carol.username());
        // then
        assertThat(ownersTab.person(bob.username()).getByTestId("kick")).isVisible();
        assertThat(ownersTab.person(bob.username()).getByTestId("ban")).isVisible();
        assertThat(bobsTab.person(carol.username()).getByTestId("message-user")).isVisible();
        assertThat(bobsTab.find("kick")).hasCount(0);
        assertThat(bobsTab.find("ban")).hasCount(0);
    }

    @Test
    void shouldBringWhoIsKickedToMainWithANoticeAndLetThemReturn(Browsers browsers, Confab confab) {
        // given
        Session owner = confab.person("owner");
        Session bob = confab.person("bob");
        String room = confab.room(owner, "kitchen");
        Tab bobsTab = browsers.open(bob).join(room);
        Tab ownersTab = browsers.open(owner).goToRoom(room);
        // when
        moderate(ownersTab, bob, "kick", "mind your tone");
        // then
        bobsTab.expectPlace("main").expectNotice("mind your tone");
        ownersTab.expectPeople(owner.username());
        bobsTab.join(room).say("I am back").expectMessage("I am back");
    }

    @Test
    void shouldKeepOutWhoIsBannedByPageByRestAndByWebSocket(Browsers browsers, Confab confab) {
        // given
        Session owner = confab.person("owner");
        Session bob = confab.person("bob");
        String room = confab.room(owner, "kitchen");
        Tab bobsTab = browsers.open(bob).join(room);
        Tab ownersTab = browsers.open(owner).goToRoom(room);
        // when
        moderate(ownersTab, bob, "ban", "spam");
        // then
        bobsTab.expectPlace("main").expectNotice("spam");
        bobsTab.enterFromDirectory(room);
        assertThat(bobsTab.find("room-browser")).containsText(Pattern.compile("banned", Pattern.CASE_INSENSITIVE));
        confab.api(bob).post(path("/api/rooms/{}/join", room), Map.of()).expectProblem(ErrorCode.BANNED);
        ChatClient client = confab.connect(bob, confab.otherGateway());
        client.ask(joining(room)).expectError(ErrorCode.BANNED);
        client.ask(ChatClient.message(room, "let me in")).expectError(ErrorCode.NOT_JOINED);
    }

    @Test
    void shouldTellOfABanBeforeAnybodyTriesToComeIn(Browsers browsers, Confab confab) {
        // given
        Session owner = confab.person("owner");
        Session bob = confab.person("bob");
        String room = confab.room(owner, "vault", "open sesame");
        confab.connect(bob).join(room, "open sesame");
        confab.api(owner)
                .put(path("/api/rooms/{}/bans/{}", room, bob.username()), Map.of("reason", "spam"))
                .expect(200);
        Tab tab = browsers.open(bob);
        // when
        tab.page().navigate(confab.gateway() + path("/#/room/{}", room));
        // then
        assertThat(tab.page().getByText("You are banned from this room: spam")).isVisible();
        assertThat(tab.find("room-password")).hasCount(0);
        // when
        tab.enterFromDirectory(room);
        // then
        assertThat(tab.find("room-browser")).containsText("You are banned from this room: spam");
        assertThat(tab.find("room-password")).hasCount(0);
    }

    static void moderate(Tab tab, Session person, String act, String reason) {
        tab.openPersonMenu(person.username());
        tab.person(person.username()).getByTestId(act).click();
        tab.find("moderation-reason").fill(reason);
        tab.find("moderation-confirm").click();
    }
}
