package dev.confab.message.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.message.projection.ContentChanges.Talk;
import dev.confab.message.projection.DecisionChanges.Ban;
import dev.confab.message.projection.DecisionChanges.RoomFacts;
import dev.confab.protocol.BanInterval;
import dev.confab.protocol.Content;
import dev.confab.protocol.Conversation;
import dev.confab.protocol.Decision;
import dev.confab.protocol.Decision.RoomChanged.Change;
import dev.confab.protocol.Destination;
import dev.confab.protocol.Fences;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Position;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Username;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProjectionTest {
    private static final Known NOTHING = new Known(Map.of(), Set.of(), KnownContent.NONE);
    private static final RoomName ROOM = new RoomName("Room");
    private static final StreamKey STREAM = StreamKey.of(ROOM);
    private static final Username ADA = new Username("Ada");
    private static final Username BOB = new Username("bob");
    private static final Username OWNER = new Username("owner");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final List<LoggedEvent> log = new ArrayList<>();

    /** At the next position, a second later. */
    private Position append(RoomEvent event) {
        Position position = new Position(log.size());
        log.add(new LoggedEvent(position, NOON.plusSeconds(log.size()), event));
        return position;
    }

    private MessageId say(Username from, String text) {
        return say(from, MessageId.next(), text);
    }

    private MessageId say(Username from, MessageId id, String text) {
        append(new Content.Posted(ROOM, id, from, new MessageText(text)));
        return id;
    }

    private Position joins(Username user) {
        return append(new Decision.Joined(ROOM, MessageId.next(), user, Role.MEMBER));
    }

    private Position leaves(Username user) {
        return append(new Decision.Left(ROOM, MessageId.next(), user));
    }

    private Position isBanned(Username user, Optional<Instant> until) {
        return append(new Decision.Banned(ROOM, MessageId.next(), user, OWNER, "", until));
    }

    private void isPardoned(Username user) {
        append(new Decision.Unbanned(ROOM, MessageId.next(), user, OWNER));
    }

    private void changes(Change change, boolean hasPassword) {
        append(new Decision.RoomChanged(ROOM, MessageId.next(), change, OWNER, "", hasPassword));
    }

    private static List<String> texts(Changes changes) {
        return changes.content().added().stream()
                .map(message -> message.text().orElseThrow())
                .map(MessageText::value)
                .toList();
    }

    @Test
    void shouldKeepMessagesInTheirOrder() {
        // given
        say(ADA, "one");
        say(BOB, "two");
        // when
        Changes changes = Projection.of(1, log, NOTHING);
        // then
        assertThat(texts(changes)).containsExactly("one", "two");
        assertThat(changes.content().added().getLast().position().position()).isEqualTo(new Position(1));
        assertThat(changes.voided()).isZero();
    }

    @Test
    void shouldVoidAnIdThatItsAuthorUsedBefore() {
        // given
        MessageId id = say(ADA, "first");
        say(new Username("ada"), id, "again");
        say(BOB, id, "another author's");
        MessageId earlier = say(ADA, "known from before");
        Known known = new Known(
                Map.of(),
                Set.of(),
                new KnownContent(Set.of(new Authored(STREAM, ADA, earlier)), Map.of(), Map.of(), Set.of(), Map.of()));
        // when
        Changes changes = Projection.of(1, log, known);
        // then
        assertThat(texts(changes)).containsExactly("first", "another author's");
        assertThat(changes.voided()).isEqualTo(2);
    }

    @Test
    void shouldVoidWhatIsWrittenWithinABan() {
        // given
        say(BOB, "before");
        Position from = isBanned(BOB, Optional.empty());
        say(BOB, "void");
        isPardoned(BOB);
        say(BOB, "after");
        isBanned(BOB, Optional.of(NOON.plusSeconds(7)));
        say(BOB, "void as well");
        say(BOB, "when it has run out");
        // when
        Changes changes = Projection.of(1, log, NOTHING);
        // then
        assertThat(texts(changes)).containsExactly("before", "after", "when it has run out");
        assertThat(changes.decisions().pardoned()).containsExactly(new StreamUser(STREAM, BOB));
        assertThat(changes.decisions().bans())
                .extracting(Ban::from)
                .containsExactly(new Position(5))
                .doesNotContain(from);
        assertThat(changes.decisions().departures()).containsEntry(new StreamUser(STREAM, BOB), new Position(5));
    }

    @Test
    void shouldVoidWhatIsWrittenWithinABanFromBefore() {
        // given
        say(BOB, "void");
        Fences banned = Fences.of(
                List.of(new BanInterval(BOB, Position.NONE, Optional.empty(), Optional.empty())),
                Map.of(),
                List.of(),
                Position.NONE,
                Position.NONE);
        // when
        Changes changes = Projection.of(1, log, new Known(Map.of(STREAM, banned), Set.of(), KnownContent.NONE));
        // then
        assertThat(changes.content().added()).isEmpty();
        assertThat(changes.voided()).isEqualTo(1);
    }

    @Test
    void shouldBeginAMembershipWhereItFirstBegan() {
        // given
        Position first = joins(ADA);
        joins(ADA);
        // when
        Changes changes = Projection.of(1, log, NOTHING);
        // then
        assertThat(changes.decisions().joining()).containsExactly(Map.entry(new StreamUser(STREAM, ADA), first));
        assertThat(changes.decisions().leaving()).isEmpty();
    }

    @Test
    void shouldBeginAMembershipAnewAfterItEnded() {
        // given
        joins(ADA);
        joins(BOB);
        leaves(ADA);
        Position left = leaves(BOB);
        Position again = joins(ADA);
        // when
        Changes changes = Projection.of(1, log, NOTHING);
        // then
        assertThat(changes.decisions().leaving())
                .containsExactlyInAnyOrder(new StreamUser(STREAM, ADA), new StreamUser(STREAM, BOB));
        assertThat(changes.decisions().joining()).containsExactly(Map.entry(new StreamUser(STREAM, ADA), again));
        assertThat(changes.decisions().departures()).containsEntry(new StreamUser(STREAM, BOB), left);
    }

    @Test
    void shouldVoidEverythingInARoomThatIsGoneUntilItIsCreatedAgain() {
        // given
        say(ADA, "void");
        joins(BOB);
        changes(Change.CHANGED, false);
        changes(Change.CREATED, true);
        say(ADA, "in the new room");
        // when
        Changes changes = Projection.of(1, log, new Known(Map.of(), Set.of(STREAM), KnownContent.NONE));
        // then
        assertThat(texts(changes)).containsExactly("in the new room");
        assertThat(changes.decisions().joining()).isEmpty();
        assertThat(changes.decisions().rooms()).containsExactly(Map.entry(STREAM, new RoomFacts(ROOM, true)));
        assertThat(changes.voided()).isEqualTo(1);
    }

    @Test
    void shouldTellBothOfAConversationWhereItStands() {
        // given
        Conversation conversation = Conversation.between(ADA, BOB);
        StreamKey stream = StreamKey.of(conversation);
        append(new Content.Posted(Destination.between(ADA, BOB), MessageId.next(), ADA, new MessageText("hi")));
        append(new Content.Posted(Destination.between(BOB, ADA), MessageId.next(), BOB, new MessageText("hello")));
        // when
        Changes changes = Projection.of(1, log, NOTHING);
        // then
        Position first = new Position(0);
        Position last = new Position(1);
        assertThat(changes.content().conversations())
                .containsEntry(new StreamUser(stream, ADA), new Talk(BOB, first, last, NOON.plusSeconds(1)))
                .containsEntry(new StreamUser(stream, BOB), new Talk(ADA, first, last, NOON.plusSeconds(1)))
                .hasSize(2);
        assertThat(changes.content().added()).hasSize(2);
    }
}
