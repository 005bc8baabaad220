package dev.confab.systemtests.socket;

import static dev.confab.systemtests.client.ChatClient.message;
import static dev.confab.systemtests.client.FrameMatcher.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.Session;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SystemTest
class SendTest {

    @Test
    void shouldBringAMessageToEverybodyInTheRoomAndNobodyElse(Confab confab) {
        // given
        Session owner = confab.person("owner");
        String kitchen = confab.room(owner, "kitchen");
        String garden = confab.room(owner, "garden");
        ChatClient alice = confab.connect(confab.person("alice")).join(kitchen);
        ChatClient bob = confab.connect(confab.person("bob")).join(kitchen);
        ChatClient outsider = confab.connect(confab.person("outsider")).join(garden);
        // when
        alice.send("for the kitchen");
        // then
        alice.expect(message("for the kitchen").from(alice.session()).in(kitchen));
        bob.expect(message("for the kitchen").from(alice.session()).in(kitchen));
        confab.connect(owner).join(garden).send("for the garden");
        outsider.expectNothing(message("for the kitchen"), message("for the garden"));
    }

    @Test
    void shouldAnswerWithTheSamePositionAndTimeThatEverybodySees(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient client = confab.connect(alice).join(room);
        MessageId id = MessageId.next();
        // when
        Frame answer = client.ask(message(room, id, "hi"));
        // then
        answer.expectOk();
        Frame seen = client.expect(message("hi"));
        assertThat(answer.text("id")).isEqualTo(id.toString()).isEqualTo(seen.text("id"));
        assertThat(answer.position()).isEqualTo(seen.position());
        assertThat(answer.text("at")).isEqualTo(seen.text("at"));
    }

    @Test
    void shouldKeepTheOrderOfOneWriter(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient writer = confab.connect(alice).join(room);
        ChatClient reader = confab.connect(confab.person("bob")).join(room);
        // when
        var answers = IntStream.range(0, 50)
                .mapToObj(i -> writer.submit(message(room, "no " + i)))
                .toList();
        // then
        answers.forEach(answer -> answer.join().expectOk());
        long last = -1;
        for (int i = 0; i < 50; i++) {
            Frame next = reader.expect(message());
            assertThat(next.text("text")).isEqualTo("no " + i);
            assertThat(next.position()).isGreaterThan(last);
            last = next.position();
        }
    }

    @Test
    void shouldShowAMessageOnceHoweverOftenItIsSent(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient client = confab.connect(alice).join(room);
        MessageId id = MessageId.next();
        Frame first = client.ask(message(room, id, "once")).expectOk();
        // when
        Frame again = client.ask(message(room, id, "once"));
        // then
        assertThat(again.expectOk().position()).isEqualTo(first.position());
        client.expect(message("once"));
        client.send("marker");
        client.expectNothing(message("once"), message("marker"));
        assertThat(client.history(room).texts()).containsExactly("once", "marker");
    }

    @Test
    void shouldLetTwoPeopleUseTheSameId(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        MessageId id = MessageId.next();
        ChatClient reader = confab.connect(alice).join(room);
        reader.ask(message(room, id, "from alice")).expectOk();
        // when
        confab.connect(bob).join(room).ask(message(room, id, "from bob")).expectOk();
        // then
        reader.expect(message("from alice"));
        reader.expect(message("from bob"));
        assertThat(reader.history(room).texts()).containsExactly("from alice", "from bob");
    }

    @Test
    void shouldTakeNothingForARoomThatWasNotJoined(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient listener = confab.connect(alice).join(room);
        ChatClient mallory = confab.connect(confab.person("mallory"));
        // when
        Frame answer = mallory.ask(message(room, "let me in"));
        // then
        answer.expectError(ErrorCode.NOT_JOINED);
        listener.send("marker").expectNothing(message("let me in"), message("marker"));
    }

    @Test
    void shouldTakeNothingAfterLeaving(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient bob = confab.connect(confab.person("bob")).join(room).leave(room);
        // when
        Frame answer = bob.ask(message(room, "one more thing"));
        // then
        answer.expectError(ErrorCode.NOT_JOINED);
    }

    @Test
    void shouldBringNothingAfterLeaving(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient writer = confab.connect(alice).join(room).join("main").join(room);
        ChatClient bob = confab.connect(confab.person("bob")).join(room).join("main");
        bob.leave(room);
        // when
        writer.send("behind your back");
        // then
        writer.expect(message("behind your back"));
        String marker = "marker " + room;
        writer.ask(message("main", marker)).expectOk();
        bob.expectNothing(message("behind your back"), message(marker));
    }
}
