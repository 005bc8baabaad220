package dev.confab.systemtests.gateways;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.ChatClient.joining;
import static dev.confab.systemtests.client.FrameMatcher.direct;
import static dev.confab.systemtests.client.FrameMatcher.frame;
import static dev.confab.systemtests.client.FrameMatcher.message;
import static dev.confab.systemtests.client.FrameMatcher.typing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.FrameMatcher;
import dev.confab.systemtests.client.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Two replicas of the gateway behave as one. */
@SystemTest
class TwoGatewaysTest {

    @Test
    void shouldShowPeopleOnBothToEachOther(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        ChatClient here = confab.connect(alice).join(room);
        // when
        ChatClient there = confab.connect(bob, confab.otherGateway()).join(room);
        // then
        here.expectPeople(room, alice, bob);
        there.expectPeople(room, alice, bob);
        there.leave(room);
        here.expectPeople(room, alice);
    }

    @Test
    void shouldKeepSomebodyWhoIsStillOnTheOther(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        Session carol = confab.person("carol");
        String room = confab.room(alice, "kitchen");
        ChatClient watcher = confab.connect(alice).join(room);
        ChatClient bobHere = confab.connect(bob).join(room);
        confab.connect(bob, confab.otherGateway()).join(room);
        watcher.expectPeople(room, alice, bob);
        // when
        bobHere.leave(room);
        // then
        confab.connect(carol).join(room);
        watcher.expectPeople(room, alice, bob, carol);
        watcher.expectNothing(frame("users").with("left", List.of(bob.username())), pong(watcher));
    }

    @Test
    void shouldBringMessagesToBothInTheSameOrder(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        ChatClient here = confab.connect(alice).join(room);
        ChatClient there = confab.connect(bob, confab.otherGateway()).join(room);
        // when
        for (int i = 0; i < 20; i++) {
            here.submit(ChatClient.message(room, "here " + i));
            there.submit(ChatClient.message(room, "there " + i));
        }
        // then
        var heardHere = texts(here, 40);
        assertThat(heardHere).doesNotHaveDuplicates().isEqualTo(texts(there, 40));
    }

    @Test
    void shouldPassOnTypingAndPrivateMessages(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        ChatClient here = confab.connect(alice).join(room);
        ChatClient there = confab.connect(bob, confab.otherGateway()).join(room);
        // when
        here.typing().direct(bob, "psst");
        // then
        there.expect(typing().by(alice).in(room));
        there.expect(direct("psst").from(alice));
    }

    @Test
    void shouldKickFromBoth(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        ChatClient here = confab.connect(bob).join(room);
        ChatClient there = confab.connect(bob, confab.otherGateway()).join(room);
        // when
        confab.api(alice)
                .delete(path("/api/rooms/{}/members/{}", room, bob.username()))
                .expect(204);
        // then
        long position = here.expect(frame("kicked").in(room)).position();
        assertThat(there.expect(frame("kicked").in(room)).position()).isEqualTo(position);
        here.ask(ChatClient.message(room, "hello?")).expectError(ErrorCode.NOT_JOINED);
        there.ask(ChatClient.message(room, "hello?")).expectError(ErrorCode.NOT_JOINED);
    }

    @Test
    void shouldBanFromBoth(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        ChatClient here = confab.connect(bob).join(room);
        ChatClient there = confab.connect(bob, confab.otherGateway()).join(room);
        // when
        confab.api(alice)
                .put(path("/api/rooms/{}/bans/{}", room, bob.username()), Map.of("reason", "spam"))
                .expect(200);
        // then
        here.expect(frame("banned").in(room).with("reason", "spam"));
        there.expect(frame("banned").in(room).with("reason", "spam"));
        here.ask(joining(room)).expectError(ErrorCode.BANNED);
        there.ask(joining(room)).expectError(ErrorCode.BANNED);
    }

    @Test
    void shouldTakeAMessageOnceThatIsSentAgainThroughTheOther(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient here = confab.connect(alice).join(room);
        ChatClient there = confab.connect(alice, confab.otherGateway()).join(room);
        MessageId id = MessageId.next();
        Frame first = here.ask(ChatClient.message(room, id, "once")).expectOk();
        there.expect(message("once"));
        // when
        Frame again = there.ask(ChatClient.message(room, id, "once"));
        // then
        assertThat(again.expectOk().position()).isEqualTo(first.position());
        there.send("marker").expectNothing(message("once"), message("marker"));
        assertThat(there.history(room).texts()).containsExactly("once", "marker");
    }

    @Test
    void shouldResumeOnTheOther(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        ChatClient writer = confab.connect(alice).join(room);
        ChatClient here = confab.connect(bob);
        String ticket = here.ask(joining(room)).text("ticket");
        writer.send("seen");
        long seen = here.expect(message("seen")).position();
        here.abort();
        writer.send("missed");
        // when
        ChatClient there = confab.connect(bob, confab.otherGateway()).resume(room, ticket, seen);
        // then
        there.expectNothing(message("seen"), message("missed"));
    }

    private static List<String> texts(ChatClient client, int count) {
        var texts = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            texts.add(client.expect(message()).text("text"));
        }
        return texts;
    }

    private static FrameMatcher pong(ChatClient client) {
        client.raw("{\"type\":\"ping\"}");
        return frame("pong");
    }
}
