package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.confab.systemtests.client.ChatClient.message;
import static dev.confab.systemtests.client.ChatClient.reading;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who looks at something else is told of what concerns them. The desktop is one that writes down what it is to show. */
@BrowserTest
class NotificationTest {
    private static final String DESKTOP = """
            window.desktop = [];
            window.Notification = class extends EventTarget {
              static permission = 'default';
              static requestPermission() {
                this.permission = 'granted';
                return Promise.resolve('granted');
              }
              constructor(title, { body }) {
                super();
                this.text = title + ': ' + body;
                window.desktop.push(this);
              }
              close() {
                window.desktop.splice(window.desktop.indexOf(this), 1);
              }
            };
            """;

    @Test
    void shouldTellOfAPrivateMessageAndLeadToIt(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        Tab tab = withDesktop(browsers.open(alice));
        confab.connect(bob).direct(alice, "are you there?");
        tab.find("notify-yes").click();
        assertThat(tab.find("notify-offer")).hasCount(0);
        // when
        confab.connect(bob).direct(alice, "**look** at this");
        awaitShown(tab, bob.username() + ": look at this");
        tab.page().evaluate("() => window.desktop[0].onclick()");
        // then
        tab.expectPlace(bob.username()).expectMessage("look at this");
        assertThat(shown(tab)).isEmpty();
    }

    @Test
    void shouldTellNothingThatIsReadOnAnotherDevice(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        Tab tab = withDesktop(browsers.open(alice));
        switchOn(tab);
        ChatClient phone = confab.connect(alice).join(room);
        ChatClient writer = confab.connect(bob).join(room);
        // when
        long position =
                writer.ask(message(room, "@" + alice.username() + " one")).position();
        phone.ask(reading(room, position)).expectOk();
        writer.direct(alice, "two");
        // then
        awaitShown(tab, bob.username() + ": two");
        assertThat(shown(tab)).hasSize(1);
    }

    @Test
    void shouldTellByOneOfSeveralTabs(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        Tab one = withDesktop(browsers.open(alice));
        switchOn(one);
        Tab other = withDesktop(browsers.openBeside(one).expectPeopleToInclude(alice.username()));
        switchOn(other);
        ChatClient writer = confab.connect(bob).join(room);
        // when
        writer.send("all quiet").send("@" + alice.username() + " come").direct(alice, "come!");
        // then
        String last = bob.username() + ": come!";
        await().atMost(Patience.LIMIT)
                .until(() -> shown(one).contains(last) || shown(other).contains(last));
        assertThat(Stream.concat(shown(one).stream(), shown(other).stream()))
                .containsExactlyInAnyOrder(
                        "%s in #%s: @%s come".formatted(bob.username(), room, alice.username()), last);
    }

    @Test
    void shouldMarkTheIconForWhatIsMeantForOne(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        Tab tab = browsers.open(alice);
        var icon = tab.page().locator("link[rel=icon]");
        assertThat(icon).hasAttribute("href", "/favicon.svg");
        // when
        confab.connect(bob).direct(alice, "hi");
        // then
        assertThat(icon).hasAttribute("href", "/favicon-marked.svg");
        tab.find("direct-item", "data-user", bob.username()).click();
        assertThat(icon).hasAttribute("href", "/favicon.svg");
    }

    private static Tab withDesktop(Tab tab) {
        tab.page().addInitScript(DESKTOP);
        return tab.reload();
    }

    private static void switchOn(Tab tab) {
        tab.find("account-menu").click();
        tab.find("notifications").click();
        if (!tab.find("notifications-on").isChecked()) {
            tab.find("notifications-on").check();
        }
        tab.page().keyboard().press("Escape");
    }

    private static void awaitShown(Tab tab, String text) {
        tab.page().waitForFunction("text => window.desktop.some((one) => one.text === text)", text);
    }

    @SuppressWarnings("unchecked")
    private static List<String> shown(Tab tab) {
        return (List<String>)
                Objects.requireNonNull(tab.page().evaluate("() => window.desktop.map((one) => one.text)"));
    }
}
