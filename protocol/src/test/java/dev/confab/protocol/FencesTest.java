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
        fences.onEvent(new Decision.Kicked(ROOM, id(), ANN, BOB, ""), at(10));
        fences.onEvent(new Decision.Kicked(ROOM, id(), ANN, BOB, ""), at(20));
        // then
        assertThat(fences.isVoid(new LoggedEvent(at(11), NOON, at(9), messageOf(ANN))))
                .isTrue();
        assertThat(fences.isVoid(new LoggedEvent(at(21), NOON, at(11), messageOf(ANN))))
                .isTrue();
        assertThat(fences.isVoid(new LoggedEvent(at(11), NOON, at(9), messageOf(BOB))))
                .isFalse();
    }

    @Test
    void shouldLetAKickedUserWriteWhoCameBack() {
        // given
        fences.onEvent(new Decision.Kicked(ROOM, id(), ANN, BOB, ""), at(10));
        // then
        assertThat(fences.isVoid(new LoggedEvent(at(12), NOON, at(10), messageOf(ANN))))
                .isFalse();
        assertThat(fences.isVoid(new LoggedEvent(at(9), NOON, at(5), messageOf(ANN))))
                .isFalse();
        assertThat(fences.isVoid(new LoggedEvent(at(12), NOON, messageOf(ANN)))).isFalse();
    }

    @Test
    void shouldVoidWhatTheBannedWroteUnawaresThoughTheBanWasLifted() {
        // given
        fences.onEvent(ban(ANN, Optional.empty()), at(10));
        fences.onEvent(unban(ANN), at(20));
        // then
        assertThat(fences.isVoid(new LoggedEvent(at(21), NOON, at(9), messageOf(ANN))))
                .isTrue();
        assertThat(fences.isVoid(new LoggedEvent(at(21), NOON, at(10), messageOf(ANN))))
                .isFalse();
    }

    @Test
    void shouldKeepWhatNobodyIsBannedFor() {
        assertThat(fences.isVoid(new LoggedEvent(at(5), NOON, messageOf(ANN)))).isFalse();
    }

    @Test
    void shouldVoidMessagesBetweenTheBanAndItsLifting() {
        fences.onEvent(ban(ANN, Optional.empty()), at(10));
        fences.onEvent(unban(ANN), at(20));

        assertThat(fences.isVoid(new LoggedEvent(at(9), NOON, messageOf(ANN)))).isFalse();
        assertThat(fences.isVoid(new LoggedEvent(at(11), NOON, messageOf(ANN)))).isTrue();
        assertThat(fences.isVoid(new LoggedEvent(at(19), NOON, messageOf(ANN)))).isTrue();
        assertThat(fences.isVoid(new LoggedEvent(at(21), NOON, messageOf(ANN)))).isFalse();
    }

    @Test
    void shouldVoidMessagesOfTheBannedUserAlone() {
        fences.onEvent(ban(ANN, Optional.empty()), at(10));

        assertThat(fences.isVoid(new LoggedEvent(at(11), NOON, messageOf(BOB)))).isFalse();
        assertThat(fences.isVoid(new LoggedEvent(at(11), NOON, messageOf(new Username("ANN")))))
                .isTrue();
    }

    @Test
    void shouldVoidNothingButWhatTheUserWrote() {
        fences.onEvent(ban(ANN, Optional.empty()), at(10));

        List<RoomEvent> others = List.of(
                new Decision.Kicked(ROOM, id(), BOB, ANN, ""),
                ban(ANN, Optional.empty()),
                unban(ANN),
                new Decision.Joined(ROOM, id(), ANN, Role.MEMBER),
                new Decision.Left(ROOM, id(), ANN),
                new Decision.RoleChanged(ROOM, id(), ANN, Role.MEMBER, BOB),
                changed(Decision.RoomChanged.Change.CHANGED));

        assertThat(others).noneMatch(event -> fences.isVoid(new LoggedEvent(at(11), NOON, event)));
    }

    @Test
    void shouldEndABanByTheTimeOfTheLog() {
        fences.onEvent(ban(ANN, Optional.of(NOON)), at(10));

        assertThat(fences.isVoid(new LoggedEvent(at(11), NOON.minusMillis(1), messageOf(ANN))))
                .isTrue();
        assertThat(fences.isVoid(new LoggedEvent(at(12), NOON, messageOf(ANN)))).isFalse();
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
        fences.onEvent(new Decision.Kicked(ROOM, id(), ANN, BOB, ""), at(10));

        assertThat(fences.endsTicketOf(ANN, at(9))).isTrue();
        assertThat(fences.endsTicketOf(ANN, at(10))).isFalse();
        assertThat(fences.endsTicketOf(BOB, at(9))).isFalse();
    }

    @Test
    void shouldEndTicketsFromBeforeTheMembershipEnded() {
        fences.onEvent(new Decision.Left(ROOM, id(), ANN), at(10));

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
        fences.onEvent(new Decision.Kicked(ROOM, id(), ANN, BOB, ""), at(30));
        fences.onEvent(new Decision.Kicked(ROOM, id(), ANN, BOB, ""), at(10));

        assertThat(fences.endsTicketOf(ANN, at(20))).isTrue();
    }

    @Test
    void shouldEndEveryTicketOfADeletedRoom() {
        fences.onEvent(changed(Decision.RoomChanged.Change.DELETED), at(10));

        assertThat(fences.endsTicketOf(ANN, at(9))).isTrue();
        assertThat(fences.endsTicketOf(ANN, at(11))).isFalse();
    }

    @Test
    void shouldForgetBansWithTheRoomTheyWereOf() {
        fences.onEvent(ban(ANN, Optional.empty()), at(10));
        fences.onEvent(changed(Decision.RoomChanged.Change.DELETED), at(20));
        fences.onEvent(changed(Decision.RoomChanged.Change.CREATED), at(21));

        assertThat(fences.isBanned(ANN, at(22), NOON)).isFalse();
    }

    @Test
    void shouldKeepTheBansOfTheNextRoomWhenADeletionIsReadAgain() {
        Fences started = Fences.of(
                List.of(new BanInterval(ANN, at(30), Optional.empty(), Optional.empty())),
                Map.of(BOB, at(31)),
                List.of(),
                at(21),
                at(21));

        started.onEvent(changed(Decision.RoomChanged.Change.DELETED), at(20));

        assertThat(started.isBanned(ANN, at(40), NOON)).isTrue();
        assertThat(started.endsTicketOf(BOB, at(30))).isTrue();
    }

    @Test
    void shouldEndTicketsFromBeforeTheStateCountsThem() {
        Fences started = Fences.of(List.of(), Map.of(), List.of(), at(21), Position.NONE);

        assertThat(started.endsTicketOf(ANN, at(20))).isTrue();
        assertThat(started.endsTicketOf(ANN, at(21))).isFalse();
    }

    @Test
    void shouldVoidWhatWasWrittenOnTheStrengthOfAnEarlierRoom() {
        // given: two readers, one of the log, one that started from a state
        fences.onEvent(changed(Decision.RoomChanged.Change.DELETED), at(20));
        fences.onEvent(changed(Decision.RoomChanged.Change.CREATED), at(21));
        Fences started = Fences.of(List.of(), Map.of(), List.of(), at(21), at(21));
        // then
        assertThat(List.of(fences, started)).allSatisfy(reader -> {
            assertThat(reader.isVoid(new LoggedEvent(at(22), NOON, at(19), messageOf(ANN))))
                    .isTrue();
            assertThat(reader.isVoid(new LoggedEvent(at(23), NOON, at(21), messageOf(ANN))))
                    .isFalse();
            assertThat(reader.isVoid(new LoggedEvent(at(24), NOON, messageOf(ANN))))
                    .isFalse();
        });
    }

    @Test
    void shouldNotTakeTheBeginningOfWhatIsKnownForTheBeginningOfTheRoom() {
        Fences started = Fences.of(List.of(), Map.of(), List.of(), at(21), Position.NONE);

        assertThat(started.isVoid(new LoggedEvent(at(22), NOON, at(19), messageOf(ANN))))
                .isFalse();
    }

    @Test
    void shouldKnowFromAStateWhereTheRoomBegan() {
        RoomState state = new RoomState(
                ROOM,
                BOB,
                List.of(),
                false,
                "",
                List.of(),
                Map.of(),
                Optional.of(List.of(new RoleInterval(BOB, Role.OWNER, at(21), Optional.empty()))),
                at(21),
                Optional.empty(),
                at(30));

        assertThat(state.fences().isVoid(new LoggedEvent(at(22), NOON, at(19), messageOf(ANN))))
                .isTrue();
    }

    private static Position at(long position) {
        return new Position(position);
    }

    private static MessageId id() {
        return MessageId.next();
    }

    private static RoomEvent messageOf(Username user) {
        return new Content.Posted(ROOM, id(), user, new MessageText("hi"));
    }

    private static RoomEvent ban(Username user, Optional<Instant> until) {
        return new Decision.Banned(ROOM, id(), user, BOB, "", until);
    }

    private static RoomEvent unban(Username user) {
        return new Decision.Unbanned(ROOM, id(), user, BOB);
    }

    private static RoomEvent changed(Decision.RoomChanged.Change change) {
        return new Decision.RoomChanged(ROOM, id(), change, BOB, "", false);
    }
}
