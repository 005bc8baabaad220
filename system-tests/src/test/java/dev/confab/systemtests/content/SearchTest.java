package dev.confab.systemtests.content;

import static dev.confab.systemtests.client.Api.path;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.MessageRef;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said is found by who may read it, as it is now. */
@SystemTest
class SearchTest {

    @ParameterizedTest
    @EnumSource
    void shouldFindWhatTwoPeopleSayAndForgetWhatTheyDelete(Kind kind, Confab confab) {
        // given
        Meeting meeting = kind.meeting(confab);
        ChatClient alice = meeting.enter(meeting.alice());
        meeting.enter(meeting.bob(), confab.otherGateway());
        MessageRef tea = Meeting.say(alice, meeting.alice(), "swordfish tea");
        MessageRef cocoa = Meeting.say(alice, meeting.alice(), "東京の swordfish");
        Session bob = meeting.bob().person();
        // then
        awaitTexts(confab, bob, "sword", "東京の swordfish", "swordfish tea");
        awaitTexts(confab, bob, "東京", "東京の swordfish");
        assertThat(texts(confab, confab.person("eve"), "swordfish")).isEmpty();
        // when
        alice.ask(meeting.alice().writing().edit(tea, "plain tea")).expectOk();
        alice.ask(meeting.alice().writing().delete(cocoa)).expectOk();
        // then
        awaitTexts(confab, bob, "swordfish");
        awaitTexts(confab, bob, "plain", "plain tea");
    }

    private static void awaitTexts(Confab confab, Session reader, String q, String... texts) {
        Awaitility.await("what is found of " + q)
                .atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(texts(confab, reader, q)).containsExactly(texts));
    }

    private static List<String> texts(Confab confab, Session reader, String q) {
        return confab.api(reader)
                .get(path("/api/search?q={}", q))
                .expect(200)
                .json()
                .path("hits")
                .valueStream()
                .map((JsonNode hit) -> hit.path("message").path("text").asText())
                .toList();
    }
}
