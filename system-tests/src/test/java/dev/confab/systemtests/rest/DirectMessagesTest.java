package dev.confab.systemtests.rest;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.FrameMatcher.direct;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.History;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import org.junit.jupiter.api.Test;

@SystemTest
class DirectMessagesTest {
    private static final String MESSAGES = "/api/direct/{}/messages";

    @Test
    void shouldBringAPostedMessageToTheOtherPerson(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        ChatClient client = confab.connect(bob);
        // when
        confab.api(alice)
                .post(path(MESSAGES, bob.username()), MessagesTest.body("psst"))
                .expect(201);
        // then
        assertThat(client.expect(direct("psst").from(alice)).text("to")).isEqualTo(bob.username());
    }

    @Test
    void shouldKeepWhatIsWrittenToWhoIsAway(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        // when
        confab.connect(alice).direct(bob, "read this later");
        // then
        assertThat(History.withPerson(confab.api(bob), alice.username()).texts())
                .containsExactly("read this later");
        assertThat(History.withPerson(confab.api(alice), bob.username()).texts())
                .containsExactly("read this later");
    }

    @Test
    void shouldListConversationsWithTheirUnreadCount(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        confab.connect(alice).direct(bob, "one").direct(bob, "two");
        History.withPerson(confab.api(bob), alice.username()).newest();
        // when
        Answer answer = confab.api(bob).get("/api/direct");
        // then
        JsonNode conversations = answer.expect(200).json().path("conversations");
        assertThat(conversations).hasSize(1);
        assertThat(conversations.path(0).path("with").asText()).isEqualTo(alice.username());
        assertThat(conversations.path(0).path("unread").asInt()).isEqualTo(2);
        assertThat(conversations.path(0).at("/last/text").asText()).isEqualTo("two");
    }

    @Test
    void shouldNotWriteToNobody(Confab confab) {
        // given
        Session alice = confab.person("alice");
        // when
        Answer answer = confab.api(alice).post(path(MESSAGES, Users.fresh("nobody")), MessagesTest.body("hello?"));
        // then
        answer.expectProblem(ErrorCode.NOT_FOUND);
    }

    @Test
    void shouldShowNobodyElseTheConversation(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        Session mallory = confab.person("mallory");
        confab.connect(alice).direct(bob, "between us");
        // when
        var withBob = History.withPerson(confab.api(mallory), bob.username()).texts();
        // then
        assertThat(withBob).isEmpty();
        assertThat(History.withPerson(confab.api(mallory), alice.username()).texts())
                .isEmpty();
        assertThat(confab.api(mallory).get("/api/direct").bodyText()).doesNotContain("between us");
    }
}
