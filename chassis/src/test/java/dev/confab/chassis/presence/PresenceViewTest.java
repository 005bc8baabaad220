package dev.confab.chassis.presence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.chassis.presence.PresenceView.Change;
import dev.confab.protocol.PresenceRecord.Bye;
import dev.confab.protocol.PresenceRecord.Delta;
import dev.confab.protocol.PresenceRecord.Heartbeat;
import dev.confab.protocol.PresenceRecord.Hello;
import dev.confab.protocol.PresenceRecord.Snapshot;
import dev.confab.protocol.PresenceRecord.Typing;
import dev.confab.protocol.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PresenceViewTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Username ANN = new Username("Ann");
    private static final Username BOB = new Username("bob");

    private final PresenceView view = new PresenceView();

    @Test
    void shouldShowWhoCameAndWent() {
        var came = view.onRecord(joined("g1", "garden", ANN, BOB), NOON);
        var went = view.onRecord(left("g1", "garden", ANN), NOON);

        assertThat(came).containsExactly(new Change("garden", List.of(ANN, BOB), List.of()));
        assertThat(went).containsExactly(new Change("garden", List.of(), List.of(ANN)));
        assertThat(view.users("garden")).containsExactly(BOB);
        assertThat(view.isIn("garden", ANN)).isFalse();
        assertThat(view.isIn("garden", new Username("BOB"))).isTrue();
        assertThat(view.count("garden")).isEqualTo(1);
    }

    @Test
    void shouldCountAUserOnceHoweverManyGatewaysTheyAreOn() {
        view.onRecord(joined("g1", "garden", ANN), NOON);

        assertThat(view.onRecord(joined("g2", "garden", ANN), NOON)).isEmpty();
        assertThat(view.count("garden")).isEqualTo(1);
        assertThat(view.onRecord(left("g1", "garden", ANN), NOON)).isEmpty();
        assertThat(view.onRecord(left("g2", "garden", ANN), NOON))
                .containsExactly(new Change("garden", List.of(), List.of(ANN)));
    }

    @Test
    void shouldNotMindHearingTheSameTwice() {
        view.onRecord(joined("g1", "garden", ANN), NOON);

        assertThat(view.onRecord(joined("g1", "garden", ANN), NOON)).isEmpty();
        view.onRecord(left("g1", "garden", ANN), NOON);
        assertThat(view.onRecord(left("g1", "garden", ANN), NOON)).isEmpty();
        assertThat(view.count("garden")).isZero();
    }

    @Test
    void shouldKeepRoomsApart() {
        view.onRecord(joined("g1", "garden", ANN), NOON);
        view.onRecord(joined("g1", "cellar", BOB), NOON);

        assertThat(view.users("garden")).containsExactly(ANN);
        assertThat(view.users("cellar")).containsExactly(BOB);
        assertThat(view.users("attic")).isEmpty();
    }

    @Test
    void shouldReplaceWhatItKnewByASnapshot() {
        view.onRecord(joined("g1", "garden", ANN), NOON);
        view.onRecord(joined("g1", "cellar", ANN), NOON);

        var changes = view.onRecord(new Snapshot("g1", Map.of("garden", List.of(BOB))), NOON);

        assertThat(changes)
                .containsExactlyInAnyOrder(
                        new Change("garden", List.of(BOB), List.of(ANN)),
                        new Change("cellar", List.of(), List.of(ANN)));
        assertThat(view.users("garden")).containsExactly(BOB);
        assertThat(view.users("cellar")).isEmpty();
    }

    @Test
    void shouldChangeNothingByASnapshotThatSaysTheSame() {
        view.onRecord(joined("g1", "garden", ANN), NOON);

        assertThat(view.onRecord(new Snapshot("g1", Map.of("garden", List.of(ANN))), NOON))
                .isEmpty();
    }

    @Test
    void shouldTakeASnapshotOfOneGatewayForThatOneAlone() {
        view.onRecord(joined("g1", "garden", ANN), NOON);

        view.onRecord(new Snapshot("g2", Map.of("garden", List.of(BOB))), NOON);

        assertThat(view.users("garden")).containsExactlyInAnyOrder(ANN, BOB);
    }

    @Test
    void shouldForgetAGatewayThatSaysBye() {
        view.onRecord(joined("g1", "garden", ANN), NOON);
        view.onRecord(joined("g2", "garden", BOB), NOON);

        assertThat(view.onRecord(new Bye("g1"), NOON)).containsExactly(new Change("garden", List.of(), List.of(ANN)));
        assertThat(view.users("garden")).containsExactly(BOB);
    }

    @Test
    void shouldForgetAGatewayThatHasGoneSilent() {
        view.onRecord(joined("g1", "garden", ANN), NOON);
        view.onRecord(joined("g2", "garden", BOB), NOON);
        view.onRecord(new Heartbeat("g2"), NOON.plus(Duration.ofSeconds(9)));

        assertThat(view.forgetSilent(NOON.plus(PresenceView.SILENCE))).isEmpty();
        assertThat(view.forgetSilent(NOON.plus(PresenceView.SILENCE).plusMillis(1)))
                .containsExactly(new Change("garden", List.of(), List.of(ANN)));
        assertThat(view.users("garden")).containsExactly(BOB);
    }

    @Test
    void shouldHearFromAGatewayWhateverItSays() {
        view.onRecord(joined("g1", "garden", ANN), NOON);
        view.onRecord(new Typing("g1", "garden", Optional.empty(), ANN), NOON.plusSeconds(8));

        assertThat(view.forgetSilent(NOON.plusSeconds(15))).isEmpty();
        assertThat(view.count("garden")).isEqualTo(1);
    }

    @Test
    void shouldKnowNobodyOnAGatewayThatJustStarted() {
        assertThat(view.onRecord(new Hello("g1"), NOON)).isEmpty();
        assertThat(view.forgetSilent(NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void shouldTakeBackAForgottenGatewayByItsSnapshot() {
        view.onRecord(joined("g1", "garden", ANN), NOON);
        view.forgetSilent(NOON.plusSeconds(60));

        assertThat(view.onRecord(new Snapshot("g1", Map.of("garden", List.of(ANN))), NOON.plusSeconds(61)))
                .containsExactly(new Change("garden", List.of(ANN), List.of()));
    }

    private static Delta joined(String gateway, String room, Username... users) {
        return new Delta(gateway, room, List.of(users), List.of());
    }

    private static Delta left(String gateway, String room, Username... users) {
        return new Delta(gateway, room, List.of(), List.of(users));
    }
}
