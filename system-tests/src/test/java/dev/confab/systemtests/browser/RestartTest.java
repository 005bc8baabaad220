package dev.confab.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.ChatClient.joining;
import static dev.confab.systemtests.client.FrameMatcher.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.History;
import dev.confab.systemtests.client.Session;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What is still there when all of it, database and Kafka included, was stopped and started again. */
@BrowserTest
@Order(Integer.MAX_VALUE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RestartTest {
    private Session alice;
    private Session bob;
    private Session mallory;
    private String open;
    private String vault;
    private String ticket;
    private long position;
    private Tab mallorysTab;
    private Tab alicesTab;

    @BeforeAll
    void restartEverything(Browsers browsers, Confab confab) {
        alice = confab.person("alice");
        bob = confab.person("bob");
        mallory = confab.person("mallory");
        open = confab.room(alice, "open");
        vault = confab.room(alice, "vault", "open sesame");
        ChatClient client = confab.connect(bob).join(vault, "open sesame").send("in the vault");
        position = client.expect(message("in the vault")).position();
        client.join(open).send("in the open").direct(alice, "between us");
        ticket = client.ask(joining(vault)).text("ticket");
        confab.api(alice)
                .put(path("/api/rooms/{}/moderators/{}", vault, bob.username()), Map.of())
                .expect(204);
        mallorysTab = browsers.open(mallory).allowBrokenServers().join(open);
        alicesTab = browsers.open(alice).allowBrokenServers().goToRoom(open);
        ModerationTest.moderate(alicesTab, mallory, "ban", "spam");
        mallorysTab.expectPlace("main");
        confab.stack().restartAll();
    }

    @Test
    void shouldStillHaveHistory(Confab confab) {
        // when
        var texts = History.ofRoom(confab.api(bob), open).texts();
        // then: first and once, whatever the other tests have written since
        assertThat(texts).startsWith("in the open").containsOnlyOnce("in the open");
        assertThat(History.ofRoom(confab.api(bob), vault).texts())
                .startsWith("in the vault")
                .containsOnlyOnce("in the vault");
        assertThat(History.withPerson(confab.api(bob), alice.username()).texts())
                .containsExactly("between us");
    }

    @Test
    void shouldStillKnowWhoIsSignedIn(Confab confab) {
        // when
        Answer session = bob.browserApi(confab.gateway()).get("/api/auth/session");
        // then
        session.expect(200);
        bob.browserApi(confab.gateway()).post("/api/auth/refresh").expect(200);
    }

    @Test
    void shouldStillKnowRoomsMembersAndRoles(Confab confab) {
        // when
        Frame answer = confab.connect(bob).ask(joining(vault));
        // then
        assertThat(answer.expectOk().text("role")).isEqualTo("moderator");
        assertThat(confab.api(alice)
                        .get(path("/api/rooms/{}", vault))
                        .expect(200)
                        .text("owner"))
                .isEqualTo(alice.username());
    }

    @Test
    void shouldStillResumeFromATicketAndAPosition(Confab confab) {
        // when
        ChatClient client = confab.connect(bob, confab.otherGateway()).resume(vault, ticket, position - 1);
        // then
        client.expect(message("in the vault"));
        client.send("and on it goes").expectNothing(message("in the vault"), message("and on it goes"));
    }

    @Test
    void shouldStillKeepOutWhoIsBannedByRestAndByWebSocket(Confab confab) {
        // when
        Answer answer = confab.api(mallory).post(path("/api/rooms/{}/join", open), Map.of());
        // then
        answer.expectProblem(ErrorCode.BANNED);
        confab.connect(mallory).ask(joining(open)).expectError(ErrorCode.BANNED);
    }

    @Test
    void shouldStillKeepOutWhoIsBannedByPage() {
        // when
        mallorysTab.reload().expectPeopleToInclude(mallory.username()).enterFromDirectory(open);
        // then
        assertThat(mallorysTab.find("room-browser")).containsText(Pattern.compile("banned", Pattern.CASE_INSENSITIVE));
    }

    @Test
    void shouldGoOnInAPageThatStayedOpen() {
        // when
        alicesTab.say("still the same page");
        // then
        alicesTab.expectMessages("in the open", "still the same page");
    }
}
