package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.confab.stack.testing.TestStack;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.FrameMatcher;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * What people see while a part is down: quietly and clearly what can't be done, nothing that turns for ever, and all is
 * well again by itself, without a reload. Pictures are in {@code target/images/degraded}.
 */
@BrowserTest
@Order(Integer.MAX_VALUE)
class DegradationTest {
    private static final Path PICTURES = Path.of("target/images/degraded");
    private static final Pattern NOT_NOW = Pattern.compile("not available right now");

    @Test
    void shouldHoldWhatCannotBeSentAndSendItWhenKafkaIsBack(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        ChatClient reader = confab.connect(bob, confab.otherGateway()).join(room);
        Tab tab = browsers.open(alice).allowBrokenServers().goToRoom(room).say("before");
        tab.expectMessage("before");
        Tab phone = browsers.open(alice, phone()).allowBrokenServers();
        // when
        confab.stack().kill("kafka");
        try {
            tab.say("one").say("two");
            // then
            assertThat(tab.message("one")).hasAttribute("data-state", "held");
            assertThat(tab.message("one")).containsText("Not sent yet");
            assertThat(tab.message("two")).hasAttribute("data-state", "pending");
            assertThat(tab.find("reconnecting")).hasCount(0);
            picture(tab, "kafka");
            picture(phone, "kafka-phone");
        } finally {
            confab.stack().start("kafka");
        }
        tab.expectMessages("before", "one", "two").expectMessage("one").expectMessage("two");
        reader.expect(FrameMatcher.message("two"));
        assertThat(reader.history(room).texts()).containsExactly("before", "one", "two");
    }

    @Test
    void shouldSayThatHistoryCannotBeHadAndBringItLater(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        confab.connect(alice, confab.otherGateway()).join(room).send("long ago");
        Session bob = confab.person("bob");
        Tab tab = browsers.open(bob).allowBrokenServers();
        Tab dark = browsers.open(alice, dark()).allowBrokenServers();
        // when
        confab.stack().kill("message-service");
        try {
            tab.join(room);
            dark.goToRoom(room);
            // then
            assertThat(tab.find("history-failed")).containsText("right now");
            tab.say("live all the same").expectMessage("live all the same");
            dark.expectMessage("live all the same");
            picture(tab, "history");
            picture(dark, "history-dark");
        } finally {
            confab.stack().start("message-service");
        }
        tab.expectMessages("long ago", "live all the same");
        assertThat(tab.find("history-failed")).hasCount(0);
    }

    @Test
    void shouldGoOnWithoutTheDatabaseAndSayWhatIsRefused(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        Tab tab = browsers.open(alice).allowBrokenServers().goToRoom(room).say("before");
        tab.expectMessage("before");
        Tab stranger = browsers.open().allowBrokenServers();
        // when
        TestStack stack = confab.stack();
        stack.pause("database");
        try {
            // then
            tab.say("live").expectMessage("live");
            tab.reload().expectPlace(room).say("live after a reload").expectMessage("live after a reload");
            stranger.signIn(bob.username(), bob.password());
            assertThat(stranger.find("auth-error")).containsText(NOT_NOW);
            assertThat(stranger.find("submit")).isEnabled();
            picture(tab, "database");
            picture(stranger, "database-sign-in");
        } finally {
            stack.resume("database");
        }
        tab.expectMessages("before", "live", "live after a reload");
        stranger.find("submit").click();
        stranger.expectPlace("main");
    }

    @Test
    void shouldSayThatARoomCannotBeJoinedNow(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        Tab tab = browsers.open(bob).allowBrokenServers();
        // when
        confab.stack().kill("room-service");
        try {
            tab.page().navigate(confab.gateway() + "/#/room/" + room);
            tab.find("join-room").click();
            // then
            assertThat(tab.page().getByText(NOT_NOW)).isVisible();
            picture(tab, "join");
            tab.goToRoom("main").say("main goes on").expectMessage("main goes on");
        } finally {
            confab.stack().start("room-service");
        }
        tab.page().navigate(confab.gateway() + "/#/room/" + room);
        tab.expectPlace(room);
    }

    /** What one test took away is there again for the next. */
    @AfterEach
    void awaitRecovery(Confab confab) {
        await().atMost(Patience.LIMIT)
                .ignoreExceptionsInstanceOf(AssertionError.class)
                .until(() -> {
                    Session somebody = confab.person("somebody");
                    confab.connect(somebody)
                            .join(confab.room(somebody, "recovered"))
                            .send("again");
                    return true;
                });
    }

    private static NewContextOptions phone() {
        return new NewContextOptions().setViewportSize(390, 844).setDeviceScaleFactor(2);
    }

    private static NewContextOptions dark() {
        return new NewContextOptions().setColorScheme(ColorScheme.DARK);
    }

    private static void picture(Tab tab, String name) {
        tab.takePicture(PICTURES.resolve(name + ".png"));
    }
}
