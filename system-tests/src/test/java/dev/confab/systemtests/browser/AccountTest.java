package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
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
