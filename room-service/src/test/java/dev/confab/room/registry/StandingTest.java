package dev.confab.room.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Username OWNER = new Username("Owner");
    private static final Username ANN = new Username("ann");
    private static final Username BOB = new Username("bob");

    private final Room room = created(new RoomName("Garden"));

    @ParameterizedTest
    @CsvSource({
        "OWNER, MODERATOR, true",
        "OWNER, MEMBER, true",
        "MODERATOR, OWNER, false",
        "MODERATOR, MODERATOR, false",
        "MODERATOR, MEMBER, true",
        "MEMBER, OWNER, false",
        "MEMBER, MODERATOR, false",
        "MEMBER, MEMBER, false",
    })
    void shouldModerateByRank(Role actor, Role target, boolean allowed) {
        Standing acting = standing(actor, ANN);
        Standing concerned = standing(target, BOB);

        if (allowed) {
            assertThatCode(() -> acting.requireMayModerate(concerned)).doesNotThrowAnyException();
        } else {
            assertThatExceptionOfType(ConfabException.class)
                    .isThrownBy(() -> acting.requireMayModerate(concerned))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.FORBIDDEN));
        }
    }

    @ParameterizedTest
    @CsvSource({"OWNER, true", "MODERATOR, false", "MEMBER, false"})
    void shouldLetTheOwnerAloneDoWhatIsTheOwners(Role role, boolean allowed) {
        if (allowed) {
            assertThatCode(() -> standing(role, ANN).requireOwner()).doesNotThrowAnyException();
        } else {
            assertThatExceptionOfType(ConfabException.class)
                    .isThrownBy(() -> standing(role, ANN).requireOwner());
        }
    }

    @Test
    void shouldKnowTheOwnerInAnyCase() {
        assertThat(standing(Role.MEMBER, new Username("oWNER")).role()).isEqualTo(Role.OWNER);
    }

    @Test
    void shouldKnowNoOwnerOfMain() {
        Room main = created(RoomName.MAIN);

        assertThat(new Standing(main, OWNER, Optional.empty(), false, Optional.empty(), List.of()).role())
                .isEqualTo(Role.MEMBER);
    }

    @Test
    void shouldEndABanWhenItsTimeIsOver() {
        Standing standing = banned(ban(Optional.of(NOON)));

        assertThat(standing.standingBan(NOON.minusMillis(1))).isPresent();
        assertThat(standing.standingBan(NOON)).isEmpty();
    }

    @Test
    void shouldEndABanWhenItIsLifted() {
        Ban ban = ban(Optional.empty());
        assertThat(banned(ban).standingBan(Instant.MAX)).isPresent();

        ban.lift(NOON, MessageId.next());

        assertThat(banned(ban).standingBan(NOON)).isEmpty();
    }

    @Test
    void shouldBePendingUntilTheLogKnowsOfTheBanAndOfItsEnd() {
        Ban ban = ban(Optional.empty());
        assertThat(banned(ban).hasPendingFence()).isTrue();

        ban.fromPosition = 10L;
        assertThat(banned(ban).hasPendingFence()).isFalse();

        ban.lift(NOON, MessageId.next());
        assertThat(banned(ban).hasPendingFence()).isTrue();

        ban.toPosition = 20L;
        assertThat(banned(ban).hasPendingFence()).isFalse();
    }

    @Test
    void shouldBePendingUntilTheLogKnowsOfTheDeparture() {
        Departure departure = new Departure(room, ANN, NOON, MessageId.next());
        Standing standing = new Standing(room, ANN, Optional.empty(), false, Optional.of(departure), List.of());
        assertThat(standing.hasPendingFence()).isTrue();

        departure.leftPosition = 10L;

        assertThat(standing.hasPendingFence()).isFalse();
    }

    @Test
    void shouldBePendingUntilTheLogKnowsOfTheRoom() {
        room.createdPosition = null;

        assertThat(standing(Role.MEMBER, ANN).hasPendingFence()).isTrue();
    }

    private Standing standing(Role role, Username user) {
        Username who = role == Role.OWNER ? OWNER : user;
        return new Standing(room, who, Optional.empty(), role == Role.MODERATOR, Optional.empty(), List.of());
    }

    private Standing banned(Ban ban) {
        return new Standing(room, ANN, Optional.empty(), false, Optional.empty(), List.of(ban));
    }

    private Ban ban(Optional<Instant> until) {
        return new Ban(room, ANN, BOB, "", NOON.minusSeconds(60), until, MessageId.next());
    }

    private static Room created(RoomName name) {
        Room room = new Room(name, OWNER, "", Optional.empty(), MessageId.next());
        room.id = 1L;
        room.createdPosition = 0L;
        return room;
    }
}
