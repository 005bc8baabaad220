package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Route;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import org.junit.jupiter.api.Test;

/** What counts as read, and where one begins to read. */
@BrowserTest
class ReadingTest {

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
        await().pollInSameThread().atMost(Patience.LIMIT).until(() -> unread(confab, alice, room) < 120);
        assertThat(unread(confab, alice, room)).isGreaterThan(60);
        // when
        await().pollInSameThread().atMost(Patience.LIMIT).until(() -> {
            tab.find("timeline").evaluate("box => box.scrollTop += 0.8 * box.clientHeight");
            return tab.message("no 119").count() == 1 && tab.find("jump").count() == 0;
        });
        // then
        assertThat(tab.find("message")).hasCount(120);
        assertThat(tab.find("room-item", "data-room", room).getByTestId("unread"))
                .hasCount(0);
        await().pollInSameThread().atMost(Patience.LIMIT).until(() -> unread(confab, alice, room) == 0);
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
        tab.find("timeline").evaluate("box => box.scrollTop = box.scrollHeight");
        assertThat(tab.find("room-item", "data-room", room).getByTestId("unread"))
                .hasCount(0);
        await().pollInSameThread().atMost(Patience.LIMIT).until(() -> unread(confab, alice, room) == 0);
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
        Tab tab = browsers.open(alice).goToRoom(room);
        tab.page().route("**/read", Route::abort);
        var tried = tab.page().waitForRequest("**/read", () -> {
            write(confab, room, 1);
            tab.expectMessage("no 0");
        });
        assertThat(tried.method()).isEqualTo("PUT");
        await().pollInSameThread().atMost(Patience.LIMIT).until(() -> unread(confab, alice, room) == 1);
        // when
        tab.page().unroute("**/read");
        // then
        await().pollInSameThread().atMost(Patience.LIMIT).until(() -> unread(confab, alice, room) == 0);
    }

    private static ChatClient write(Confab confab, String room, int messages) {
        ChatClient bob = confab.connect(confab.person("bob")).join(room);
        for (int i = 0; i < messages; i++) {
            bob.send("no " + i);
        }
        return bob;
    }

    private static int unread(Confab confab, Session person, String room) {
        var rooms = confab.api(person).get("/api/unread").expect(200).json().path("rooms");
        return rooms.valueStream()
                .filter(row -> row.path("room").asText().equals(room))
                .mapToInt(row -> row.path("unread").asInt())
                .sum();
    }
}
