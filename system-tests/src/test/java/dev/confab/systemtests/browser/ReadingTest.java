package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.WebSocketRoute;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What counts as read, and where one begins to read. */
@BrowserTest
class ReadingTest {
    private static final Pattern REF_OF_READ = Pattern.compile("\"type\":\"read\".*\"ref\":\"(\\w+)\"");

    @Test
    void shouldOpenAtTheFirstNewMessageHoweverManyThereAre(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        write(confab, room, 120);
        // when
        Tab tab = browsers.open(alice).goToRoom(room);
        // then
        assertThat(tab.find("new-line")).isInViewport();
        assertThat(tab.message("no 0")).isInViewport();
        tab.expectNoMessage("no 119");
        assertThat(tab.find("jump")).containsText("new");
        await().pollInSameThread().atMost(Patience.LIMIT).until(() -> Reads.unread(confab, alice, room) < 120);
        assertThat(Reads.unread(confab, alice, room)).isGreaterThan(60);
        // when
        await().pollInSameThread().atMost(Patience.LIMIT).until(() -> {
            tab.find("timeline").evaluate("box => box.scrollTop += 0.8 * box.clientHeight");
            return tab.message("no 119").count() == 1 && tab.find("jump").count() == 0;
        });
        // then
        assertThat(tab.find("message")).hasCount(120);
        assertThat(tab.find("room-item", "data-room", room).getByTestId("unread"))
                .hasCount(0);
        await().pollInSameThread().atMost(Patience.LIMIT).until(() -> Reads.unread(confab, alice, room) == 0);
    }

    @Test
    void shouldGoToTheNewestAtOnceWhenAsked(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient bob = write(confab, room, 80);
        Tab tab = browsers.open(alice).goToRoom(room);
        assertThat(tab.message("no 0")).isInViewport();
        // when
        tab.find("jump").click();
        // then
        assertThat(tab.message("no 79")).isInViewport();
        assertThat(tab.find("composer")).isFocused();
        bob.send("live again");
        assertThat(tab.message("live again")).isInViewport();
    }

    @Test
    void shouldShowWhatIsNewInARoomAfterAVisitToAnEmptyOne(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        String empty = confab.room(alice, "empty");
        ChatClient bob = write(confab, room, 30);
        Tab tab = browsers.open(alice).goToRoom(room);
        assertThat(tab.find("new-line")).isInViewport();
        tab.find("timeline").evaluate("box => box.scrollTop = box.scrollHeight");
        assertThat(tab.find("room-item", "data-room", room).getByTestId("unread"))
                .hasCount(0);
        await().pollInSameThread().atMost(Patience.LIMIT).until(() -> Reads.unread(confab, alice, room) == 0);
        tab.goToRoom(empty);
        // when
        for (int i = 0; i < 20; i++) {
            bob.send("later " + i);
        }
        assertThat(tab.find("room-item", "data-room", room).getByTestId("unread"))
                .containsText("20");
        tab.goToRoom(room);
        // then
        assertThat(tab.find("new-line")).isInViewport();
        assertThat(tab.message("later 0")).isInViewport();
    }

    @Test
    void shouldTellTheServerLaterWhatItCouldNotBeTold(Browsers browsers, Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        Tab tab = browsers.open(alice);
        var refused = new CountDownLatch(1);
        var isBack = new AtomicBoolean();
        tab.page().routeWebSocket("**/ws", socket -> refuseReads(socket, refused, isBack));
        tab.reload().goToRoom(room);
        write(confab, room, 1);
        tab.expectMessage("no 0");
        awaitWithPage(tab, () -> refused.getCount() == 0 && Reads.unread(confab, alice, room) == 1);
        // when
        isBack.set(true);
        // then
        awaitWithPage(tab, () -> Reads.unread(confab, alice, room) == 0);
    }

    /** Answers that nobody can be told of it now, until somebody is back. */
    private static void refuseReads(WebSocketRoute socket, CountDownLatch refused, AtomicBoolean isBack) {
        WebSocketRoute server = socket.connectToServer();
        socket.onMessage(frame -> {
            Matcher ref = REF_OF_READ.matcher(frame.text());
            if (isBack.get() || !ref.find()) {
                server.send(frame.text());
            } else {
                socket.send("{\"type\":\"error\",\"ref\":\"%s\",\"code\":\"unavailable\",\"detail\":\"Later.\"}"
                        .formatted(ref.group(1)));
                refused.countDown();
            }
        });
    }

    /** What a page tells a test comes only while the page is asked for something. */
    private static void awaitWithPage(Tab tab, BooleanSupplier condition) {
        await().pollInSameThread().atMost(Patience.LIMIT).until(() -> {
            tab.page().title();
            return condition.getAsBoolean();
        });
    }

    private static ChatClient write(Confab confab, String room, int messages) {
        ChatClient bob = confab.connect(confab.person("bob")).join(room);
        for (int i = 0; i < messages; i++) {
            bob.send("no " + i);
        }
        return bob;
    }
}
