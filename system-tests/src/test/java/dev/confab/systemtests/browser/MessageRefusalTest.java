package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Session;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What one does with a message while the server takes none of it. */
@BrowserTest
class MessageRefusalTest {
    private static final Pattern DEED =
            Pattern.compile("\"type\":\"(?:edit|delete|react|pin)\".*\"ref\":\"(\\w+)\"", Pattern.DOTALL);

    @Test
    void shouldSaySoAndLoseNothing(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        Tab tab = browsers.open(alice);
        var isAway = new AtomicBoolean(true);
        tab.page().routeWebSocket("**/ws", socket -> refuse(socket, isAway));
        tab.reload().goToRoom(room).say("as it was").expectMessage("as it was");
        // when
        tab.message("as it was").hover();
        tab.find("bar-react").click();
        // then
        tab.expectNotice("That was not done. Nobody is there.");
        // when
        tab.act("as it was", "menu-delete");
        tab.find("delete-confirm").click();
        // then
        assertThat(tab.page().getByRole(AriaRole.ALERT)).containsText("Not deleted. Nobody is there.");
        tab.page().keyboard().press("Escape");
        tab.expectMessages("as it was");
        // when
        tab.act("as it was", "menu-edit");
        tab.find("edit-text").fill("as it should be");
        tab.find("edit-text").press("Enter");
        assertThat(tab.page().getByRole(AriaRole.ALERT)).containsText("Not saved. Nobody is there.");
        tab.goToRoom("main").goToRoom(room);
        // then
        assertThat(tab.find("edit-text")).hasValue("as it should be");
        // when
        isAway.set(false);
        tab.find("edit-save").click();
        // then
        tab.expectMessages("as it should be");
    }

    private static void refuse(WebSocketRoute socket, AtomicBoolean isAway) {
        WebSocketRoute server = socket.connectToServer();
        socket.onMessage(frame -> {
            Matcher deed = DEED.matcher(frame.text());
            if (isAway.get() && deed.find()) {
                socket.send(
                        "{\"type\":\"error\",\"ref\":\"%s\",\"code\":\"unavailable\",\"detail\":\"Nobody is there.\"}"
                                .formatted(deed.group(1)));
            } else {
                server.send(frame.text());
            }
        });
    }
}
