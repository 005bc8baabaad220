package dev.confab.systemtests.socket;

import static dev.confab.systemtests.client.ChatClient.joining;
import static dev.confab.systemtests.client.ChatClient.leaving;
import static dev.confab.systemtests.client.FrameMatcher.joined;
import static dev.confab.systemtests.client.FrameMatcher.left;
import static dev.confab.systemtests.client.FrameMatcher.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.FrameMatcher;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.util.List;
import org.junit.jupiter.api.Test;

@SystemTest
class JoinTest {

    @Test
    void shouldTellAllThatAClientNeedsOfTheRoom(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        // when
        Frame answer = confab.connect(alice).ask(joining(room));
        // then
        answer.expectOk();
        assertThat(answer.text("room")).isEqualTo(room);
        assertThat(answer.text("role")).isEqualTo("owner");
        assertThat(answer.text("ticket")).isNotBlank();
        assertThat(answer.text("epoch")).isNotBlank();
        assertThat(answer.position()).isNotNegative();
        assertThat(answer.json().path("users").valueStream().map(user -> user.asText()))
                .containsExactly(alice.username());
        assertThat(answer.json().path("resumed").isBoolean()).isTrue();
    }

    @Test
    void shouldPartHistoryFromWhatComesLive(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient writer = confab.connect(alice).join(room).send("before");
        ChatClient reader = confab.connect(confab.person("bob"));
        // when
        long position = reader.ask(joining(room)).expectOk().position();
        // then
        writer.send("after");
        reader.expectNothing(message("before"), message("after"));
        assertThat(reader.history(room).page("?before=" + (position + 1)).texts())
                .containsExactly("before");
    }

    @Test
    void shouldShowWhoComesAndWhoGoes(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        ChatClient watcher = confab.connect(alice).join(room);
        // when
        ChatClient visitor = confab.connect(bob).join(room);
        // then
        watcher.expectPeople(room, alice, bob);
        visitor.expectPeople(room, alice, bob);
        visitor.leave(room);
        watcher.expectPeople(room, alice);
    }

    @Test
    void shouldShowWhoLostTheConnection(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        String room = confab.room(alice, "kitchen");
        ChatClient watcher = confab.connect(alice).join(room);
        ChatClient visitor = confab.connect(bob).join(room);
        watcher.expectPeople(room, alice, bob);
        // when
        visitor.abort();
        // then
        watcher.expectPeople(room, alice);
    }

    @Test
    void shouldCountSomebodyOnceHoweverManyTabsTheyHave(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session bob = confab.person("bob");
        Session carol = confab.person("carol");
        String room = confab.room(alice, "kitchen");
        ChatClient watcher = confab.connect(alice).join(room);
        ChatClient oneTab = confab.connect(bob).join(room);
        watcher.expect(joined(bob));
        // when
        ChatClient otherTab = confab.connect(bob).join(room);
        oneTab.close();
        // then
        confab.connect(carol).join(room);
        watcher.expectNothing(joined(bob), joined(carol));
        watcher.expectPeople(room, alice, bob, carol);
        otherTab.close();
        watcher.expect(left(bob));
    }

    @Test
    void shouldRefuseAWrongPassword(Confab confab) {
        // given
        String room = confab.room(confab.person("alice"), "vault", "open sesame");
        ChatClient bob = confab.connect(confab.person("bob"));
        // when
        Frame answer = bob.ask(joining(room).withPassword("open barley"));
        // then
        answer.expectError(ErrorCode.WRONG_PASSWORD);
        bob.ask(ChatClient.message(room, "am I in?")).expectError(ErrorCode.NOT_JOINED);
    }

    @Test
    void shouldKnowNoRoomOfAnUnknownName(Confab confab) {
        // given
        ChatClient bob = confab.connect(confab.person("bob"));
        // when
        Frame answer = bob.ask(joining(Users.fresh("nowhere")));
        // then
        answer.expectError(ErrorCode.NOT_FOUND);
    }

    @Test
    void shouldBeOutWhoLeavesWithoutWaitingForTheAnswerToTheirJoin(Confab confab) {
        // given
        String room = confab.room(confab.person("alice"), "kitchen");
        ChatClient bob = confab.connect(confab.person("bob"));
        // when
        var join = bob.submit(joining(room));
        var leave = bob.submit(leaving(room));
        // then
        join.join().expectOk();
        leave.join().expectOk();
        bob.ask(ChatClient.message(room, "am I out?")).expectError(ErrorCode.NOT_JOINED);
    }

    @Test
    void shouldTakeAMessageThatDoesNotWaitForTheAnswerToTheJoin(Confab confab) {
        // given
        String room = confab.room(confab.person("alice"), "kitchen");
        ChatClient bob = confab.connect(confab.person("bob"));
        // when
        var join = bob.submit(joining(room));
        var message = bob.submit(ChatClient.message(room, "at once"));
        // then
        join.join().expectOk();
        message.join().expectOk();
        bob.expect(message("at once"));
    }

    @Test
    void shouldBeInWhoComesBackWithoutWaitingForTheAnswerToTheirLeave(Confab confab) {
        // given
        String room = confab.room(confab.person("alice"), "kitchen");
        ChatClient bob = confab.connect(confab.person("bob")).join(room);
        // when
        var answers = List.of(
                bob.submit(leaving(room)),
                bob.submit(joining(room)),
                bob.submit(joining(room)),
                bob.submit(ChatClient.message(room, "back")));
        // then
        answers.forEach(answer -> answer.join().expectOk());
        bob.expect(message("back"));
    }

    @Test
    void shouldBringWhatWasMissed(Confab confab) {
        // given
        Session bob = confab.person("bob");
        String room = confab.room(confab.person("alice"), "kitchen");
        ChatClient writer = confab.connect(confab.person("carol")).join(room);
        ChatClient first = confab.connect(bob);
        String ticket = first.ask(joining(room)).text("ticket");
        writer.send("seen");
        long seen = first.expect(message("seen")).position();
        first.abort();
        writer.send("missed 1").send("missed 2");
        // when
        ChatClient second = confab.connect(bob).resume(room, ticket, seen);
        // then
        writer.send("live");
        second.expect(message("missed 1"));
        second.expect(message("missed 2"));
        second.expectNothing(message("seen"), message("live"));
        second.expectNothing(message("missed 1"), pong(second));
    }

    private static FrameMatcher pong(ChatClient client) {
        client.raw("{\"type\":\"ping\"}");
        return FrameMatcher.frame("pong");
    }
}
