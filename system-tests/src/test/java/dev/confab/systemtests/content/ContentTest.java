package dev.confab.systemtests.content;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.FrameMatcher.frame;
import static dev.confab.systemtests.client.FrameMatcher.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.Position;
import dev.confab.protocol.Username;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people do with a message, in rooms and in private conversations alike. */
@SystemTest
class ContentTest {
    /** More than a gateway remembers of a stream. */
    private static final int BEYOND_THE_RING = 300;

    @ParameterizedTest
    @EnumSource
    void shouldShowAnEditToEverybody(Kind kind, Confab confab) {
        // given
        Meeting meeting = kind.meeting(confab);
        ChatClient alice = meeting.enter(meeting.alice());
        ChatClient bob = meeting.enter(meeting.bob(), confab.otherGateway());
        MessageRef hello = Meeting.say(alice, meeting.alice(), "helo");
        // when
        Frame answer = alice.ask(meeting.alice().writing().edit(hello, "hello"));
        // then
        Frame edited = bob.expect(frame("edited").with("text", "hello").with("about", hello));
        assertThat(edited.position()).isEqualTo(answer.expectOk().position());
        var stored = meeting.stored(
                meeting.bob(), hello, one -> one.path("text").asText().equals("hello"));
        assertThat(stored.path("editedAt").asText()).isEqualTo(edited.text("at"));
    }

    @ParameterizedTest
    @EnumSource
    void shouldLeaveNothingOfADeletedText(Kind kind, Confab confab) {
        // given
        Meeting meeting = kind.meeting(confab);
        ChatClient alice = meeting.enter(meeting.alice());
        Frame joined = confab.connect(meeting.bob().person()).ask(Meeting.joining(meeting.bob()));
        MessageRef secret = Meeting.say(alice, meeting.alice(), "my password is swordfish");
        alice.ask(meeting.alice().writing().edit(secret, "my password was swordfish"))
                .expectOk();
        // when
        alice.ask(meeting.alice().writing().delete(secret)).expectOk();
        // then: not for who comes back, not in history
        ChatClient back = meeting.comeBack(meeting.bob(), joined, new Position(joined.position()));
        Frame tombstone = back.expect(message().with("id", secret.id()));
        assertThat(tombstone.json().has("text")).isFalse();
        back.expect(frame("deleted").with("about", secret));
        var stored = meeting.stored(meeting.bob(), secret, one -> one.has("deleted"));
        assertThat(stored.has("text")).isFalse();
        assertThat(stored.path("deleted").path("by").asText())
                .isEqualTo(secret.author().value());
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellWhoWasAwayLongWhatBecameOfMessages(Kind kind, Confab confab) {
        // given
        Meeting meeting = kind.meeting(confab);
        ChatClient alice = meeting.enter(meeting.alice());
        Frame joined = confab.connect(meeting.bob().person()).ask(Meeting.joining(meeting.bob()));
        MessageRef kept = Meeting.say(alice, meeting.alice(), "one");
        MessageRef gone = Meeting.say(alice, meeting.alice(), "two");
        alice.ask(meeting.alice().writing().edit(kept, "one, better")).expectOk();
        alice.ask(meeting.alice().writing().react(kept, "👍", true)).expectOk();
        alice.ask(meeting.alice().writing().pin(kept, true)).expectOk();
        alice.ask(meeting.alice().writing().delete(gone)).expectOk();
        // when
        Burst.of(alice, meeting.alice(), BEYOND_THE_RING);
        ChatClient back = meeting.comeBack(meeting.bob(), joined, new Position(joined.position()));
        // then
        back.expect(frame("edited").with("about", kept).with("text", "one, better"));
        back.expect(frame("reacted").with("about", kept).with("emoji", "👍"));
        back.expect(frame("pinned").with("about", kept));
        back.expect(frame("deleted").with("about", gone));
        back.expectNothing(message("two"), message("burst " + (BEYOND_THE_RING - 1)));
    }

    @ParameterizedTest
    @EnumSource
    void shouldAnswerARepeatedCommandLikeTheFirst(Kind kind, Confab confab) {
        // given
        Meeting meeting = kind.meeting(confab);
        ChatClient alice = meeting.enter(meeting.alice());
        MessageRef hello = Meeting.say(alice, meeting.alice(), "hello");
        MessageId deletion = MessageId.next();
        Frame first =
                alice.ask(meeting.alice().writing().delete(deletion, hello)).expectOk();
        // when
        ChatClient elsewhere = meeting.enter(meeting.alice(), confab.otherGateway());
        Frame again =
                elsewhere.ask(meeting.alice().writing().delete(deletion, hello)).expectOk();
        // then
        assertThat(again.position()).isEqualTo(first.position());
    }

    @ParameterizedTest
    @EnumSource
    void shouldRefuseWhatIsNotOnesOwnOrNotThere(Kind kind, Confab confab) {
        // given
        Meeting meeting = kind.meeting(confab);
        ChatClient alice = meeting.enter(meeting.alice());
        ChatClient bob = meeting.enter(meeting.bob());
        MessageRef hers = Meeting.say(alice, meeting.alice(), "mine");
        MessageRef gone = Meeting.say(bob, meeting.bob(), "gone");
        bob.ask(meeting.bob().writing().delete(gone)).expectOk();
        MessageRef none = new MessageRef(new Username(meeting.bob().person().username()), MessageId.next());
        // when, then
        var writing = meeting.bob().writing();
        bob.ask(writing.edit(hers, "yours")).expectError(ErrorCode.FORBIDDEN);
        bob.ask(writing.delete(hers)).expectError(ErrorCode.FORBIDDEN);
        bob.ask(writing.edit(gone, "again")).expectError(ErrorCode.NOT_FOUND, "about");
        bob.ask(writing.delete(gone)).expectError(ErrorCode.NOT_FOUND, "about");
        bob.ask(writing.react(gone, "👍", true)).expectError(ErrorCode.NOT_FOUND, "about");
        bob.ask(writing.edit(none, "nothing")).expectError(ErrorCode.NOT_FOUND, "about");
        bob.ask(writing.reply(MessageId.next(), none, "to what?")).expectError(ErrorCode.NOT_FOUND, "replyTo");
        bob.ask(writing.inThread(MessageId.next(), gone, "of what?")).expectError(ErrorCode.NOT_FOUND, "thread");
    }

    @ParameterizedTest
    @EnumSource
    void shouldHaveNoThreadInAThread(Kind kind, Confab confab) {
        // given
        Meeting meeting = kind.meeting(confab);
        ChatClient alice = meeting.enter(meeting.alice());
        MessageRef root = Meeting.say(alice, meeting.alice(), "root");
        MessageRef answer = new MessageRef(root.author(), MessageId.next());
        alice.ask(meeting.alice().writing().inThread(answer.id(), root, "answer"))
                .expectOk();
        // when
        Frame refusal = alice.ask(meeting.alice().writing().inThread(MessageId.next(), answer, "deeper"));
        // then
        refusal.expectError(ErrorCode.INVALID, "thread");
    }

    @ParameterizedTest
    @EnumSource
    void shouldDoTheSameOverRest(Kind kind, Confab confab) {
        // given
        Meeting meeting = kind.meeting(confab);
        ChatClient bob = meeting.enter(meeting.bob(), confab.otherGateway());
        meeting.enter(meeting.alice());
        var rest = meeting.rest(meeting.alice());
        MessageId id = MessageId.next();
        rest.post(Meeting.messages(meeting.alice()), Map.of("id", id, "text", "helo"))
                .expect(201);
        MessageRef message =
                new MessageRef(new Username(meeting.alice().person().username()), id);
        String address = Meeting.address(meeting.alice(), message);
        // when, then
        Answer edited = rest.patch(address, Map.of("id", MessageId.next(), "text", "hello"))
                .expect(200);
        assertThat(bob.expect(frame("edited").with("about", message)).position())
                .isEqualTo(edited.json().path("position").asLong());
        rest.raw("PUT", address + path("/reactions/{}", "👍🏽"), "").expect(204);
        bob.expect(frame("reacted").with("emoji", "👍🏽").with("on", true));
        rest.delete(address + path("/reactions/{}", "👍🏽")).expect(204);
        bob.expect(frame("reacted").with("emoji", "👍🏽").with("on", false));
        rest.raw("PUT", address + "/pin", "").expect(204);
        bob.expect(frame("pinned").with("on", true));
        rest.delete(address + "/pin").expect(204);
        bob.expect(frame("pinned").with("on", false));
        rest.delete(address + "?reason=done").expect(200);
        bob.expect(frame("deleted").with("about", message).with("reason", "done"));
        rest.delete(address).expectProblem(ErrorCode.NOT_FOUND, "about");
    }

    @ParameterizedTest
    @EnumSource
    void shouldTakeNothingForAnEmojiThatIsNone(Kind kind, Confab confab) {
        // given
        Meeting meeting = kind.meeting(confab);
        ChatClient alice = meeting.enter(meeting.alice());
        MessageRef hello = Meeting.say(alice, meeting.alice(), "hello");
        String address = Meeting.address(meeting.alice(), hello);
        // when, then
        for (String none : new String[] {"x", "👍👍", "<b>", "1"}) {
            meeting.rest(meeting.alice())
                    .raw("PUT", address + path("/reactions/{}", none), "")
                    .expectProblem(ErrorCode.INVALID, "emoji");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayWhomATextNames(Kind kind, Confab confab) {
        // given
        Meeting meeting = kind.meeting(confab);
        ChatClient alice = meeting.enter(meeting.alice());
        ChatClient bob = meeting.enter(meeting.bob());
        String name = meeting.bob().person().username();
        // when
        MessageRef message = Meeting.say(alice, meeting.alice(), "ask @" + name.toUpperCase() + ". or `@root`");
        // then
        Frame heard = bob.expect(message().with("id", message.id()));
        assertThat(heard.json().path("mentions").valueStream().map(one -> one.asText()))
                .containsExactly(name);
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellWhoWritesThatItIsInHistoryAndThatItWasRead(Kind kind, Confab confab) {
        // given
        Meeting meeting = kind.meeting(confab);
        ChatClient alice = meeting.enter(meeting.alice());
        ChatClient bob = meeting.enter(meeting.bob(), confab.otherGateway());
        MessageRef hello = Meeting.say(alice, meeting.alice(), "hello");
        // when
        long position = bob.expect(message("hello").with("id", hello.id())).position();
        bob.ask(Meeting.reading(meeting.bob(), position)).expectOk();
        // then
        Frame stored = alice.expect(frame("stored"));
        assertThat(stored.position()).isGreaterThanOrEqualTo(position);
        alice.expect(frame("seen").by(meeting.bob().person()).with("position", position));
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellWhoIsTyping(Kind kind, Confab confab) {
        // given
        Meeting meeting = kind.meeting(confab);
        ChatClient alice = meeting.enter(meeting.alice());
        ChatClient bob = meeting.enter(meeting.bob(), confab.otherGateway());
        // when
        bob.ask(Meeting.typing(meeting.bob())).expectOk();
        // then
        alice.expect(frame("typing").by(meeting.bob().person()));
    }
}
