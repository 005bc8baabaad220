package dev.confab.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FencesTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final RoomName ROOM = new RoomName("Garden");
    private static final Username ANN = new Username("Ann");
    private static final Username BOB = new Username("bob");

    private final Fences fences = new Fences();

    @Test
    void shouldVoidWhatAKickedUserWroteBeforeTheKickWasKnown() {
        // given
        fences.onEvent(new RoomEvent.Kicked(ROOM, id(), ANN, BOB, ""), at(10));
        fences.onEvent(new RoomEvent.Kicked(ROOM, id(), ANN, BOB, ""), at(20));
        // then
        assertThat(fences.isVoid(messageOf(ANN), at(11), NOON, at(9))).isTrue();
        assertThat(fences.isVoid(messageOf(ANN), at(21), NOON, at(11))).isTrue();
        assertThat(fences.isVoid(messageOf(BOB), at(11), NOON, at(9))).isFalse();
    }

    @Test
    void shouldLetAKickedUserWriteWhoCameBack() {
        // given
        fences.onEvent(new RoomEvent.Kicked(ROOM, id(), ANN, BOB, ""), at(10));
        // then
        assertThat(fences.isVoid(messageOf(ANN), at(12), NOON, at(10))).isFalse();
        assertThat(fences.isVoid(messageOf(ANN), at(9), NOON, at(5))).isFalse();
        assertThat(fences.isVoid(messageOf(ANN), at(12), NOON)).isFalse();
    }

    @Test
    void shouldVoidWhatTheBannedWroteUnawaresThoughTheBanWasLifted() {
        // given
        fences.onEvent(ban(ANN, Optional.empty()), at(10));
        fences.onEvent(unban(ANN), at(20));
        // then
        assertThat(fences.isVoid(messageOf(ANN), at(21), NOON, at(9))).isTrue();
        assertThat(fences.isVoid(messageOf(ANN), at(21), NOON, at(10))).isFalse();
    }

    @Test
    void shouldKeepWhatNobodyIsBannedFor() {
        assertThat(fences.isVoid(messageOf(ANN), at(5), NOON)).isFalse();
    }

    @Test
    void shouldVoidMessagesBetweenTheBanAndItsLifting() {
        fences.onEvent(ban(ANN, Optional.empty()), at(10));
        fences.onEvent(unban(ANN), at(20));

        assertThat(fences.isVoid(messageOf(ANN), at(9), NOON)).isFalse();
        assertThat(fences.isVoid(messageOf(ANN), at(11), NOON)).isTrue();
        assertThat(fences.isVoid(messageOf(ANN), at(19), NOON)).isTrue();
        assertThat(fences.isVoid(messageOf(ANN), at(21), NOON)).isFalse();
    }

    @Test
    void shouldVoidMessagesOfTheBannedUserAlone() {
        fences.onEvent(ban(ANN, Optional.empty()), at(10));

        assertThat(fences.isVoid(messageOf(BOB), at(11), NOON)).isFalse();
        assertThat(fences.isVoid(messageOf(new Username("ANN")), at(11), NOON)).isTrue();
    }

    @Test
    void shouldVoidNothingButWhatTheUserWrote() {
        fences.onEvent(ban(ANN, Optional.empty()), at(10));

        List<RoomEvent> others = List.of(
                new RoomEvent.Direct(Conversation.between(ANN, BOB), id(), ANN, BOB, new MessageText("hi")),
                new RoomEvent.Kicked(ROOM, id(), BOB, ANN, ""),
                ban(ANN, Optional.empty()),
                unban(ANN),
                new RoomEvent.Joined(ROOM, id(), ANN, Role.MEMBER),
                new RoomEvent.Left(ROOM, id(), ANN),
                new RoomEvent.RoleChanged(ROOM, id(), ANN, Role.MEMBER, BOB),
                changed(RoomEvent.RoomChanged.Change.CHANGED));

        assertThat(others).noneMatch(event -> fences.isVoid(event, at(11), NOON));
    }

    @Test
    void shouldEndABanByTheTimeOfTheLog() {
        fences.onEvent(ban(ANN, Optional.of(NOON)), at(10));

        assertThat(fences.isVoid(messageOf(ANN), at(11), NOON.minusMillis(1))).isTrue();
        assertThat(fences.isVoid(messageOf(ANN), at(12), NOON)).isFalse();
    }

    @Test
    void shouldLetAShorterBanReplaceALongerOne() {
        fences.onEvent(ban(ANN, Optional.empty()), at(10));
        fences.onEvent(unban(ANN), at(20));
        fences.onEvent(ban(ANN, Optional.of(NOON)), at(21));

        assertThat(fences.isBanned(ANN, at(22), NOON.minusSeconds(1))).isTrue();
        assertThat(fences.isBanned(ANN, at(23), NOON.plusSeconds(1))).isFalse();
    }

    @Test
    void shouldIgnoreALiftingOfABanThatDoesNotStand() {
        fences.onEvent(unban(ANN), at(5));
        fences.onEvent(ban(ANN, Optional.empty()), at(10));
        fences.onEvent(unban(ANN), at(5));

        assertThat(fences.isBanned(ANN, at(11), NOON)).isTrue();
    }

    @Test
    void shouldEndTicketsFromBeforeAKick() {
        fences.onEvent(new RoomEvent.Kicked(ROOM, id(), ANN, BOB, ""), at(10));

        assertThat(fences.endsTicketOf(ANN, at(9))).isTrue();
        assertThat(fences.endsTicketOf(ANN, at(10))).isFalse();
        assertThat(fences.endsTicketOf(BOB, at(9))).isFalse();
    }

    @Test
    void shouldEndTicketsFromBeforeTheMembershipEnded() {
        fences.onEvent(new RoomEvent.Left(ROOM, id(), ANN), at(10));

        assertThat(fences.endsTicketOf(ANN, at(9))).isTrue();
        assertThat(fences.endsTicketOf(ANN, at(10))).isFalse();
    }

    @Test
    void shouldEndTicketsFromBeforeABanEvenOnceItIsLifted() {
        fences.onEvent(ban(ANN, Optional.empty()), at(10));
        fences.onEvent(unban(ANN), at(20));

        assertThat(fences.endsTicketOf(ANN, at(9))).isTrue();
        assertThat(fences.endsTicketOf(ANN, at(20))).isFalse();
    }

    @Test
    void shouldRememberTheLatestKick() {
        fences.onEvent(new RoomEvent.Kicked(ROOM, id(), ANN, BOB, ""), at(30));
        fences.onEvent(new RoomEvent.Kicked(ROOM, id(), ANN, BOB, ""), at(10));

        assertThat(fences.endsTicketOf(ANN, at(20))).isTrue();
    }

    @Test
    void shouldEndEveryTicketOfADeletedRoom() {
        fences.onEvent(changed(RoomEvent.RoomChanged.Change.DELETED), at(10));

        assertThat(fences.endsTicketOf(ANN, at(9))).isTrue();
        assertThat(fences.endsTicketOf(ANN, at(11))).isFalse();
    }

    @Test
    void shouldForgetBansWithTheRoomTheyWereOf() {
        fences.onEvent(ban(ANN, Optional.empty()), at(10));
        fences.onEvent(changed(RoomEvent.RoomChanged.Change.DELETED), at(20));
        fences.onEvent(changed(RoomEvent.RoomChanged.Change.CREATED), at(21));

        assertThat(fences.isBanned(ANN, at(22), NOON)).isFalse();
    }

    @Test
    void shouldKeepTheBansOfTheNextRoomWhenADeletionIsReadAgain() {
        Fences started = Fences.of(
                List.of(new BanInterval(ANN, at(30), Optional.empty(), Optional.empty())), Map.of(BOB, at(31)), at(21));

        started.onEvent(changed(RoomEvent.RoomChanged.Change.DELETED), at(20));

        assertThat(started.isBanned(ANN, at(40), NOON)).isTrue();
        assertThat(started.endsTicketOf(BOB, at(30))).isTrue();
    }

    @Test
    void shouldEndTicketsFromBeforeTheStateCountsThem() {
        Fences started = Fences.of(List.of(), Map.of(), at(21));

        assertThat(started.endsTicketOf(ANN, at(20))).isTrue();
        assertThat(started.endsTicketOf(ANN, at(21))).isFalse();
    }

    private static Position at(long position) {
        return new Position(position);
    }

    private static MessageId id() {
        return MessageId.next();
    }

    private static RoomEvent messageOf(Username user) {
        return new RoomEvent.Message(ROOM, id(), user, new MessageText("hi"));
    }

    private static RoomEvent ban(Username user, Optional<Instant> until) {
        return new RoomEvent.Banned(ROOM, id(), user, BOB, "", until);
    }

    private static RoomEvent unban(Username user) {
        return new RoomEvent.Unbanned(ROOM, id(), user, BOB);
    }

    private static RoomEvent changed(RoomEvent.RoomChanged.Change change) {
        return new RoomEvent.RoomChanged(ROOM, id(), change, BOB, "", false);
    }
}
