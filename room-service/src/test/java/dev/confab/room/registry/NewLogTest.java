package dev.confab.room.registry;

import static dev.confab.room.testing.Person.roomNamed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.protocol.Epoch;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoleInterval;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.Ticket;
import dev.confab.room.testing.Log;
import dev.confab.room.testing.Person;
import dev.confab.room.testing.RoomServiceBackends;
import dev.confab.room.testing.Tickets;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Somebody deletes confab.rooms and makes it anew; then the service starts again with the database that it has. */
@QuarkusTest
@QuarkusTestResource(RoomServiceBackends.class)
class NewLogTest {
    private final Person ann = Person.named("Ann");
    private final Person bob = Person.named("Bob");
    private final Person mona = Person.named("Mona");
    private final Person pete = Person.named("Pete");
    private final Person mallory = Person.named("Mallory");

    @Inject
    RetellRooms retellRooms;

    @Inject
    SmallRyeHealthReporter health;

    @Test
    void shouldTellOfTheRoomItsModeratorsAndTheBansThatStandAgain() throws Throwable {
        // given
        String room = roomNamed("Garden");
        ann.creates(room);
        mona.joins(room);
        ann.appoints(mona, room);
        pete.joins(room);
        ann.appoints(pete, room);
        ann.dismisses(pete, room);
        Ticket old = Tickets.in(mallory.joins(room), mallory, room);
        ann.bans(bob, room);
        ann.unbans(bob, room);
        ann.bans(mallory, room);
        List<Log.Entry> before = Log.eventually(room, entries -> entries.size() == 12);
        Log.stateEventually(
                room, state -> state.position().equals(before.getLast().position()));
        // when
        Epoch epoch = new Epoch(Log.makeAnew());
        VertxContextSupport.subscribeAndAwait(() -> retellRooms.retell(epoch.value()));
        // then
        List<Log.Entry> told = Log.eventually(room, entries -> entries.size() == 3);
        assertThat(told.get(0).event()).isEqualTo(before.get(0).event());
        assertThat(told.get(1).event()).isEqualTo(before.get(3).event());
        assertThat(told.get(2).event()).isEqualTo(before.get(10).event());
        RoomState state = Log.stateEventually(room, published -> published.isOf(epoch));
        assertThat(state.position()).isEqualTo(told.get(2).position());
        assertThat(state.ticketsSince()).isEqualTo(told.get(0).position());
        assertThat(state.departures()).isEmpty();
        assertThat(state.bans()).singleElement().satisfies(ban -> {
            assertThat(ban.user()).isEqualTo(mallory.username());
            assertThat(ban.from()).isEqualTo(told.get(2).position());
        });
        assertThat(state.roles())
                .contains(List.of(
                        new RoleInterval(ann.username(), Role.OWNER, told.get(0).position(), Optional.empty()),
                        new RoleInterval(
                                mona.username(), Role.MODERATOR, told.get(1).position(), Optional.empty())));
        // and tickets are of the new log, in which the old ones are worth nothing
        assertThat(old.isOf(epoch)).isFalse();
        mallory.joins(room).statusCode(403);
        Ticket ticket = Tickets.in(bob.joins(room), bob, room);
        assertThat(ticket.isOf(epoch)).isTrue();
        assertThat(Tickets.isGood(ticket)).isTrue();
        // and the process wants to be restarted, since it lives with the old one
        await().atMost(Duration.ofSeconds(30)).until(() -> health.getLiveness().isDown());
    }
}
