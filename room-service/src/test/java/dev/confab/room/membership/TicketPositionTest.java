package dev.confab.room.membership;

import static dev.confab.room.testing.Person.roomNamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.confab.protocol.Decision;
import dev.confab.protocol.Position;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.Ticket;
import dev.confab.room.testing.Log;
import dev.confab.room.testing.Person;
import dev.confab.room.testing.RoomServiceBackends;
import dev.confab.room.testing.StuckRelay;
import dev.confab.room.testing.Tickets;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link JoinRoom} promises of a ticket's position, also while the relay lags behind the decisions. */
@QuarkusTest
@QuarkusTestResource(RoomServiceBackends.class)
class TicketPositionTest {
    private final Person ann = Person.named("Ann");
    private final Person bob = Person.named("Bob");
    private final String room = roomNamed("Garden");

    @Inject
    DataSource database;

    @BeforeEach
    void createRoom() {
        ann.creates(room).statusCode(201);
        bob.joins(room).statusCode(200);
    }

    @Test
    void shouldEndATicketThatWasIssuedBeforeAKick() {
        Ticket before = Tickets.in(bob.joins(room), bob, room);
        ann.kicks(bob, room).statusCode(204);

        Position kick = positionOf(Decision.Kicked.class);

        assertThat(kick.isAfter(before.position())).isTrue();
        assertThat(Tickets.isGood(before)).isFalse();
    }

    @Test
    void shouldNotEndATicketThatWasIssuedRightAfterAKick() {
        ann.kicks(bob, room).statusCode(204);

        Ticket after = Tickets.in(bob.joins(room), bob, room);

        assertThat(positionOf(Decision.Kicked.class).isAfter(after.position())).isFalse();
        assertThat(Tickets.isGood(after)).isTrue();
    }

    @Test
    void shouldNotEndATicketThatWasIssuedRightAfterABanWasLifted() {
        ann.bans(bob, room).statusCode(200);
        ann.unbans(bob, room).statusCode(204);

        Ticket after = Tickets.in(bob.joins(room), bob, room);

        assertThat(Tickets.isGood(after)).isTrue();
        assertThat(positionOf(Decision.Unbanned.class).isAfter(after.position()))
                .isFalse();
        assertThat(Log.fences(room)
                        .isBanned(bob.username(), new Position(after.position().value() + 1), after.expiresAt()))
                .isFalse();
    }

    @Test
    void shouldNotEndATicketThatWasIssuedRightAfterLeaving() {
        Ticket before = Tickets.in(bob.joins(room), bob, room);
        bob.leaves(room).statusCode(204);

        Ticket after = Tickets.in(bob.joins(room), bob, room);

        assertThat(Tickets.isGood(before)).isFalse();
        assertThat(Tickets.isGood(after)).isTrue();
    }

    @Test
    void shouldHoldForEveryKickInALongRow() {
        for (int i = 0; i < 15; i++) {
            Ticket before = Tickets.in(bob.joins(room), bob, room);
            ann.kicks(bob, room).statusCode(204);
            Ticket after = Tickets.in(bob.joins(room), bob, room);
            assertThat(Tickets.isGood(before)).isFalse();
            assertThat(Tickets.isGood(after)).isTrue();
        }
    }

    @Test
    void shouldWaitUntilTheLogKnowsOfTheKick() throws Exception {
        CompletableFuture<Ticket> rejoined;
        try (StuckRelay stuck = StuckRelay.in(database)) {
            ann.kicks(bob, room).statusCode(204);
            rejoined = CompletableFuture.supplyAsync(() -> Tickets.in(bob.joins(room), bob, room));

            ann.joins(room).statusCode(200);
            assertThat(rejoined).isNotDone();
        }

        Ticket after = rejoined.get(10, TimeUnit.SECONDS);
        assertThat(Tickets.isGood(after)).isTrue();
    }

    @Test
    void shouldRefuseRatherThanGuessWhenTheLogDoesNotLearnOfTheKickInTime() throws Exception {
        try (StuckRelay stuck = StuckRelay.in(database)) {
            ann.kicks(bob, room).statusCode(204);

            bob.joins(room).statusCode(503).body("code", equalTo("unavailable"));
            ann.joins(room).statusCode(200);
        }
    }

    @Test
    void shouldLetNewcomersInWhileTheLogIsAway() throws Exception {
        Person cem = Person.named("cem");
        Ticket ticket;
        try (StuckRelay stuck = StuckRelay.in(database)) {
            ticket = Tickets.in(cem.joins(room), cem, room);
        }

        Log.eventually(
                room,
                entries -> entries.stream()
                        .anyMatch(entry -> entry.event() instanceof Decision.Joined joined
                                && joined.user().equals(cem.username())));
        assertThat(Tickets.isGood(ticket)).isTrue();
    }

    @Test
    void shouldEndATicketFromBeforeTheOwnerKickedOutOfAPasswordRoom() {
        String vault = roomNamed("Vault");
        ann.creates(Map.of("name", vault, "password", "open sesame"));
        Ticket before = Tickets.in(bob.joins(vault, "open sesame"), bob, vault);

        ann.kicks(bob, vault).statusCode(204);

        bob.joins(vault).statusCode(403).body("code", equalTo("wrong_password"));
        Ticket after = Tickets.in(bob.joins(vault, "open sesame"), bob, vault);
        assertThat(Tickets.isGood(before)).isFalse();
        assertThat(Tickets.isGood(after)).isTrue();
        assertThat(Log.types(vault, 6)).containsExactly("room", "joined", "joined", "kicked", "left", "joined");
    }

    private Position positionOf(Class<? extends RoomEvent> type) {
        return Log.eventually(room, entries -> entries.stream().anyMatch(entry -> type.isInstance(entry.event())))
                .stream()
                .filter(entry -> type.isInstance(entry.event()))
                .findFirst()
                .orElseThrow()
                .position();
    }
}
