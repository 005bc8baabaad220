package dev.confab.systemtests.socket;

import static dev.confab.systemtests.client.FrameMatcher.frame;
import static dev.confab.systemtests.client.FrameMatcher.message;
import static dev.confab.systemtests.client.FrameMatcher.typing;

import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Session;
import org.junit.jupiter.api.Test;

@SystemTest
class TypingTest {

    @Test
    void shouldShowTheOthersWhoIsTyping(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient writer = confab.connect(alice).join(room);
        ChatClient reader = confab.connect(confab.person("bob")).join(room);
        // when
        writer.typing();
        // then
        reader.expect(typing().by(alice).in(room));
    }

    @Test
    void shouldNotKeepTyping(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient writer = confab.connect(alice).join(room);
        confab.connect(confab.person("bob")).join(room);
        writer.typing().send("done");
        // when
        ChatClient late = confab.connect(confab.person("carol")).join(room);
        // then
        writer.send("marker");
        late.expectNothing(typing(), message("marker"));
    }

    @Test
    void shouldRefuseTypingInARoomThatWasNotJoined(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient listener = confab.connect(alice).join(room);
        ChatClient mallory = confab.connect(confab.person("mallory"));
        // when
        mallory.raw("{\"type\":\"typing\",\"ref\":\"t\",\"room\":\"" + room + "\"}");
        // then
        mallory.expect(frame("error").with("ref", "t").with("code", ErrorCode.NOT_JOINED.wire()));
        listener.send("marker").expectNothing(typing(), message("marker"));
    }
}
