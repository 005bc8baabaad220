package dev.confab.systemtests.socket;

import static dev.confab.systemtests.client.ChatClient.privately;
import static dev.confab.systemtests.client.FrameMatcher.direct;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.Conversation;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.Username;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import org.junit.jupiter.api.Test;

@SystemTest
class DirectTest {

    @Test
    void shouldReachEverySessionOfBothAndNobodyElse(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        ChatClient writer = confab.connect(alice);
        ChatClient writersOtherTab = confab.connect(alice);
        ChatClient phone = confab.connect(bob);
        ChatClient laptop = confab.connect(bob);
        ChatClient mallory = confab.connect(confab.person("mallory"));
        // when
        writer.direct(bob, "between us");
        // then
        Frame seen = phone.expect(direct("between us").from(alice));
        assertThat(seen.text("conversation"))
                .isEqualTo(Conversation.between(new Username(alice.username()), new Username(bob.username()))
                        .value());
        assertThat(seen.text("to")).isEqualTo(bob.username());
        laptop.expect(direct("between us").from(alice));
        writer.expect(direct("between us").from(alice));
        writersOtherTab.expect(direct("between us").from(alice));
        writer.direct(mallory.session(), "marker");
        mallory.expectNothing(direct("between us"), direct("marker"));
    }

    @Test
    void shouldTakeANoteToOneself(Confab confab) {
        // given
        Session alice = confab.person("alice");
        ChatClient client = confab.connect(alice);
        // when
        client.direct(alice, "milk");
        // then
        client.expect(direct("milk").from(alice).with("to", alice.username()));
        client.direct(alice, "marker");
        client.expectNothing(direct("milk"), direct("marker"));
    }

    @Test
    void shouldNotWriteToNobody(Confab confab) {
        // given
        ChatClient alice = confab.connect(confab.person("alice"));
        // when
        Frame answer = alice.ask(privately(Users.fresh("nobody"), "hello?"));
        // then
        answer.expectError(ErrorCode.NOT_FOUND);
    }
}
