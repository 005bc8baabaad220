package dev.confab.message.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.message.log.LogPosition;
import dev.confab.message.testing.Speaker;
import dev.confab.message.testing.Where;
import dev.confab.protocol.Content;
import dev.confab.protocol.Decision;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageRef;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Position;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.Username;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What one run of content comes to; what is told of several runs is tried in {@link ContentRowsTest}. */
class ContentTest {
    private static final String TEST = "test";
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Username OWNER = new Username("owner");

    private final List<LoggedEvent> log = new ArrayList<>();

    private LogPosition append(RoomEvent event) {
        Position position = new Position(log.size());
        log.add(new LoggedEvent(position, NOON.plusSeconds(log.size()), event));
        return new LogPosition(1, position);
    }

    private MessageRef say(Speaker speaker, String text) {
        Content.Posted posted = speaker.says(text);
        append(posted);
        return speaker.ref(posted.id());
    }

    private Changes project() {
        return Projection.of(1, log, new Known(Map.of(), Set.of(), KnownContent.NONE));
    }

    private static List<String> texts(Changes changes) {
        return changes.content().added().stream()
                .map(message -> message.text().map(MessageText::value).orElse("(deleted)"))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void shouldGiveAnEditedMessageItsNewTextAndKeepTheOldOnes(Where where) {
        // given
        Speaker ada = Speaker.ada(where, TEST);
        MessageRef message = say(ada, "one");
        append(ada.edits(message, "two"));
        LogPosition last = append(ada.edits(message, "three"));
        // when
        Changes changes = project();
        // then
        assertThat(texts(changes)).containsExactly("three");
        Message edited = changes.content().added().getFirst();
        assertThat(edited.changed()).contains(last);
        assertThat(edited.editedAt()).contains(NOON.plusSeconds(2));
        assertThat(changes.content().revisions())
                .extracting(revision -> revision.text().value())
                .containsExactly("one", "two");
        assertThat(changes.timeline())
                .extracting(LoggedEvent::position)
                .containsExactly(new Position(1), new Position(2));
    }

    @ParameterizedTest
    @EnumSource
    void shouldVoidWhatIsAboutAMessageThatDoesNotStand(Where where) {
        // given
        Speaker ada = Speaker.ada(where, TEST);
        MessageRef missing = ada.ref(MessageId.next());
        MessageRef deleted = say(ada, "gone soon");
        append(ada.deletes(deleted));
        for (MessageRef about : List.of(missing, deleted)) {
            append(ada.edits(about, "void"));
            append(ada.deletes(about));
            append(ada.reacts(about, "👍", true));
            append(ada.pins(about, true));
        }
        // when
        Changes changes = project();
        // then
        assertThat(changes.voided()).isEqualTo(8);
        assertThat(texts(changes)).containsExactly("(deleted)");
        assertThat(changes.timeline()).hasSize(1);
        assertThat(changes.content().reactions()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void shouldVoidWhatSomebodyDoesToAnothersMessage(Where where) {
        // given
        Speaker ada = Speaker.ada(where, TEST);
        Speaker bob = Speaker.bob(where, TEST);
        MessageRef message = say(ada, "mine");
        append(bob.edits(message, "Bob was here"));
        append(bob.deletes(message));
        // when
        Changes changes = project();
        // then
        assertThat(texts(changes)).containsExactly("mine");
        assertThat(changes.voided()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void shouldLeaveATombstoneAndNothingElseOfADeletedMessage(Where where) {
        // given
        Speaker ada = Speaker.ada(where, TEST);
        Speaker bob = Speaker.bob(where, TEST);
        append(created());
        append(appointed(ada.user()));
        MessageRef message = say(ada, "one");
        append(ada.edits(message, "two"));
        append(bob.reacts(message, "👍", true));
        append(ada.pins(message, true));
        LogPosition deletion = append(ada.deletes(message));
        // when
        Changes changes = project();
        // then
        Message tombstone = changes.content().added().getFirst();
        assertThat(tombstone.text()).isEmpty();
        assertThat(tombstone.deletion().orElseThrow().by()).isEqualTo(ada.user());
        assertThat(tombstone.changed()).contains(deletion);
        assertThat(changes.content().wiped()).containsExactly(tombstone);
        assertThat(changes.content().revisions()).isEmpty();
        assertThat(changes.content().reactions()).isEmpty();
        assertThat(changes.content().pins().values()).noneMatch(pin -> pin.isPresent());
    }

    @ParameterizedTest
    @EnumSource
    void shouldVoidAnIdThatItsAuthorUsedForAnotherKind(Where where) {
        // given
        Speaker ada = Speaker.ada(where, TEST);
        MessageRef first = say(ada, "first");
        append(ada.edits(first, first.id(), "void"));
        Content.Edited edit = ada.edits(first, "edited");
        append(edit);
        append(ada.says(edit.id(), "void as well"));
        append(Speaker.bob(where, TEST).says(edit.id(), "of another author"));
        // when
        Changes changes = project();
        // then
        assertThat(texts(changes)).containsExactly("edited", "of another author");
        assertThat(changes.voided()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void shouldVoidMoreDifferentReactionsThanAMessageMayHave(Where where) {
        // given
        Speaker ada = Speaker.ada(where, TEST);
        Speaker bob = Speaker.bob(where, TEST);
        MessageRef message = say(ada, "hi");
        List<String> emojis = IntStream.range(0, Content.Reacted.MAX_DIFFERENT + 1)
                .mapToObj(i -> Character.toString(0x1F600 + i))
                .toList();
        emojis.forEach(emoji -> append(ada.reacts(message, emoji, true)));
        // when it has one of them already, or one has gone
        append(bob.reacts(message, emojis.getFirst(), true));
        append(ada.reacts(message, emojis.get(1), false));
        append(bob.reacts(message, emojis.getLast(), true));
        Changes changes = project();
        // then
        assertThat(changes.voided()).isEqualTo(1);
        assertThat(changes.content().reactions().entrySet().stream()
                        .filter(change -> change.getValue().isPresent()))
                .hasSize(Content.Reacted.MAX_DIFFERENT + 1);
    }

    @ParameterizedTest
    @EnumSource
    void shouldTakeTheSameReactionAgainForNoChange(Where where) {
        // given
        Speaker ada = Speaker.ada(where, TEST);
        MessageRef message = say(ada, "hi");
        append(ada.reacts(message, "👍", true));
        append(ada.reacts(message, "👍", true));
        append(ada.reacts(message, "🎉", false));
        // when
        Changes changes = project();
        // then
        assertThat(changes.content().reactions().values())
                .singleElement()
                .satisfies(since -> assertThat(since).contains(NOON.plusSeconds(1)));
        assertThat(changes.voided()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void shouldVoidMorePinsThanAStreamMayHave(Where where) {
        // given
        Speaker ada = Speaker.ada(where, TEST);
        append(created());
        append(appointed(ada.user()));
        List<MessageRef> messages = IntStream.range(0, Content.Pinned.MAX_PINS + 2)
                .mapToObj(i -> say(ada, "text " + i))
                .toList();
        messages.subList(0, Content.Pinned.MAX_PINS + 1).forEach(message -> append(ada.pins(message, true)));
        // when
        append(ada.deletes(messages.getFirst()));
        append(ada.pins(messages.getLast(), true));
        Changes changes = project();
        // then
        assertThat(changes.voided()).isEqualTo(1);
        assertThat(changes.content().pins().values().stream().filter(pin -> pin.isPresent()))
                .hasSize(Content.Pinned.MAX_PINS);
    }

    @ParameterizedTest
    @EnumSource
    void shouldCountTheAnswersOfAThread(Where where) {
        // given
        Speaker ada = Speaker.ada(where, TEST);
        Speaker bob = Speaker.bob(where, TEST);
        MessageRef root = say(ada, "root");
        append(ada.answers(root, "one"));
        Content.Posted two = bob.answers(root, "two");
        append(two);
        LogPosition last = append(bob.answers(root, "three"));
        append(bob.deletes(bob.ref(two.id())));
        // when
        Changes changes = project();
        // then
        ThreadChange thread = changes.content().threads().get(Authored.of(where.stream(TEST), root));
        assertThat(thread.total()).isEqualTo(2);
        assertThat(thread.answers()).isEqualTo(Map.of(ada.user(), 1, bob.user(), 1));
        assertThat(thread.last().orElseThrow().position()).isEqualTo(last);
    }

    @Test
    void shouldVoidWhatAThirdPersonWritesInAConversation() {
        // given
        Speaker ada = Speaker.ada(Where.IN_A_CONVERSATION, TEST);
        MessageRef message = say(ada, "between us");
        var conversation = Where.IN_A_CONVERSATION.by(ada.user(), TEST);
        Username eve = new Username("eve");
        append(new Content.Posted(conversation, MessageId.next(), eve, new MessageText("me too")));
        append(new Content.Pinned(conversation, MessageId.next(), eve, message, true));
        // when
        Changes changes = project();
        // then
        assertThat(texts(changes)).containsExactly("between us");
        assertThat(changes.voided()).isEqualTo(2);
        assertThat(changes.content().conversations().keySet())
                .extracting(StreamUser::user)
                .doesNotContain(eve);
    }

    @Test
    void shouldLetWhoIsModeratorAtThatPositionDeleteAndPin() {
        // given
        Speaker ada = Speaker.ada(Where.IN_A_ROOM, TEST);
        Speaker bob = Speaker.bob(Where.IN_A_ROOM, TEST);
        append(created());
        MessageRef one = say(ada, "one");
        MessageRef two = say(ada, "two");
        append(bob.pins(one, true));
        append(appointed(bob.user()));
        append(bob.pins(two, true));
        append(bob.deletes(one));
        append(new Decision.RoleChanged(Where.room(TEST), MessageId.next(), bob.user(), Role.MEMBER, OWNER));
        append(bob.deletes(two));
        // when
        Changes changes = project();
        // then
        assertThat(texts(changes)).containsExactly("(deleted)", "two");
        assertThat(changes.content().pins()).hasSize(1);
        assertThat(changes.voided()).isEqualTo(2);
        assertThat(changes.decisions().appointed()).isEmpty();
        assertThat(changes.decisions().dismissed()).extracting(StreamUser::user).containsExactly(bob.user());
    }

    private static RoomEvent created() {
        return new Decision.RoomChanged(
                Where.room(TEST), MessageId.next(), Decision.RoomChanged.Change.CREATED, OWNER, "", false);
    }

    private static RoomEvent appointed(Username user) {
        return new Decision.RoleChanged(Where.room(TEST), MessageId.next(), user, Role.MODERATOR, OWNER);
    }
}
