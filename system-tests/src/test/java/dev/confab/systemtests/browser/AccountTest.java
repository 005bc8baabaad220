package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@BrowserTest
class AccountTest {

    @Test
    void shouldCreateAnAccount(Browsers browsers) {
        // given
        String name = Users.fresh("alice");
        // when
        Tab alice = browsers.open().register(name, Users.PASSWORD);
        // then
        alice.expectPlace("main").say("hello, I am " + name).expectMessage("hello, I am " + name);
    }

    @Test
    void shouldMaskAPasswordAndLetAManagerFillItIn(Browsers browsers) {
        // given
        Tab tab = browsers.open();
        Locator password = tab.find("password");
        assertThat(password).hasAttribute("autocomplete", "current-password");
        // when
        tab.find("tab-register").click();
        // then
        assertThat(password).hasAttribute("type", "password");
        assertThat(password).hasAttribute("autocomplete", "new-password");
    }

    @Test
    void shouldSayThatANameIsTaken(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Tab mallory = browsers.open().register(alice.username(), Users.PASSWORD);
        // then
        assertThat(mallory.find("auth-error")).isVisible();
        assertThat(mallory.find("auth-form")).isVisible();
    }

    @Test
    void shouldSignIn(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Tab tab = browsers.open().signIn(alice.username(), alice.password());
        // then
        tab.expectPlace("main");
        assertThat(tab.person(alice.username())).hasCount(1);
    }

    @Test
    void shouldSignInDespiteASpaceAfterTheName(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Tab tab = browsers.open().signIn(" " + alice.username() + " ", alice.password());
        // then
        tab.expectPlace("main");
    }

    @Test
    void shouldSayWhyItWaitsForTheServer(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Tab tab = browsers.open(alice);
        tab.page().route("**/api/auth/session", Route::abort);
        // when
        tab.reload();
        // then
        assertThat(tab.find("waiting")).containsText("can’t be reached");
        tab.page().unroute("**/api/auth/session");
        tab.expectPlace("main");
    }

    @Test
    void shouldBeSignedOutHereThoughTheServerIsAway(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Tab tab = browsers.open(alice);
        tab.find("composer").fill("a secret half written");
        tab.page().route("**/api/auth/**", Route::abort);
        // when
        tab.signOut();
        // then
        assertThat(tab.find("auth-form")).isVisible();
        assertThat(tab.find("notice")).hasCount(0);
        tab.page().unroute("**/api/auth/**");
        tab.reload();
        assertThat(tab.find("auth-form")).isVisible();
        assertThat((String) tab.page().evaluate("JSON.stringify({ ...localStorage, ...sessionStorage })"))
                .doesNotContain("secret");
        await().atMost(Patience.LIMIT)
                .pollInSameThread()
                .until(() -> confab.api(alice).get("/api/auth/session").status() == 401);
    }

    @Test
    void shouldActOnlyAsThePersonWhoIsShown(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        Tab bobsTab = browsers.open();
        Tab alicesTab = browsers.openBeside(bobsTab)
                .signIn(alice.username(), alice.password())
                .expectPlace("main");
        alicesTab.find("create-room").click();
        // when
        bobsTab.signIn(bob.username(), bob.password()).expectPlace("main");
        // then
        alicesTab.expectPeopleToInclude(bob.username());
        assertThat(alicesTab.find("account-menu")).hasAttribute("aria-label", Pattern.compile(bob.username()));
        assertThat(alicesTab.find("create-room-name")).hasCount(0);
    }

    @Test
    void shouldRefuseAWrongPassword(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Tab tab = browsers.open().signIn(alice.username(), "not it at all");
        // then
        assertThat(tab.find("auth-error")).isVisible();
        assertThat(tab.find("composer")).hasCount(0);
        tab.signIn(alice.username(), alice.password()).expectPlace("main");
    }

    @Test
    void shouldStaySignedInWhenReloaded(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Tab tab = browsers.open().signIn(alice.username(), alice.password()).expectPlace("main");
        // when
        tab.reload();
        // then
        tab.expectPlace("main");
        assertThat(tab.find("auth-form")).hasCount(0);
    }

    @Test
    void shouldSignOut(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Tab tab = browsers.open().signIn(alice.username(), alice.password()).expectPlace("main");
        // when
        tab.signOut();
        // then
        assertThat(tab.find("auth-form")).isVisible();
        tab.reload();
        assertThat(tab.find("auth-form")).isVisible();
    }

    @Test
    void shouldComeBackToTheLastRoom(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(confab.person("owner"), "kitchen");
        Tab before = browsers.open().signIn(alice.username(), alice.password()).expectPlace("main");
        before.join(room).signOut();
        assertThat(before.find("auth-form")).isVisible();
        // when
        Tab after = browsers.open().signIn(alice.username(), alice.password());
        // then
        after.expectPlace(room);
    }
}
