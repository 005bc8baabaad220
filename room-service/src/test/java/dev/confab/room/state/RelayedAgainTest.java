package dev.confab.room.state;

import static dev.confab.room.testing.Person.roomNamed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.outbox.AfterRelay;
import dev.confab.outbox.OutboxEvent;
import dev.confab.outbox.Relayed;
import dev.confab.protocol.BanInterval;
import dev.confab.protocol.Json;
import dev.confab.protocol.Position;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoleInterval;
import dev.confab.protocol.RoomState;
import dev.confab.room.testing.Log;
import dev.confab.room.testing.Person;
import dev.confab.room.testing.RoomServiceBackends;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A replica that dies between Kafka and the database leaves events to be relayed again. */
@QuarkusTest
@QuarkusTestResource(RoomServiceBackends.class)
class RelayedAgainTest {
    private final Person ann = Person.named("Ann");
    private final Person mona = Person.named("Mona");
    private final Person bob = Person.named("Bob");

    @Inject
    AfterRelay recordPositions;

    @Test
    void shouldHaveTheStateOfTheLastTime() throws Throwable {
        String room = roomNamed("Garden");
        ann.creates(room);
        bob.joins(room);
        ann.bans(bob, room);
        ann.unbans(bob, room);
        mona.joins(room);
        ann.appoints(mona, room);
        ann.dismisses(mona, room);
        List<Log.Entry> log = Log.eventually(room, entries -> entries.size() == 9);
        Log.stateEventually(
                room, state -> state.roles().orElseThrow().getLast().to().isPresent());

        RoomState state = relayAgain(log, 1_000_000);

        assertThat(state.bans())
                .containsExactly(new BanInterval(
                        bob.username(), again(log.get(3)), Optional.of(again(log.get(5))), Optional.empty()));
        assertThat(state.departures()).containsEntry(bob.username().key(), again(log.get(4)));
        assertThat(state.ticketsSince()).isEqualTo(again(log.get(0)));
        assertThat(state.position()).isEqualTo(again(log.get(8)));
        assertThat(state.roles().orElseThrow())
                .endsWith(new RoleInterval(
                        mona.username(), Role.MODERATOR, again(log.get(7)), Optional.of(again(log.get(8)))));
    }

    @Test
    void shouldNotTakeAnEarlierRoomsEventsForThoseOfTheNextOne() throws Throwable {
        String room = roomNamed("Phoenix");
        ann.creates(room);
        ann.bans(bob, room);
        List<Log.Entry> first = Log.eventually(room, entries -> entries.size() == 3);
        ann.deletes(room);
        ann.creates(room);
        ann.bans(bob, room);
        List<Log.Entry> all = Log.eventually(room, entries -> entries.size() == 7);
        Log.stateEventually(room, state -> state.position().equals(all.getLast().position()));

        RoomState state = relayAgain(first, 0);

        assertThat(state.bans()).hasSize(1);
        assertThat(state.bans().getFirst().from()).isEqualTo(all.getLast().position());
        assertThat(state.ticketsSince()).isEqualTo(all.get(4).position());
    }

    private static Position again(Log.Entry entry) {
        return new Position(entry.position().value() + 1_000_000);
    }

    private RoomState relayAgain(List<Log.Entry> log, long shift) throws Throwable {
        List<Relayed> events = log.stream()
                .map(entry -> new Relayed(
                        OutboxEvent.of(entry.event()),
                        new Position(entry.position().value() + shift)))
                .toList();
        List<OutboxEvent> states = VertxContextSupport.subscribeAndAwait(
                () -> Panache.withTransaction(() -> recordPositions.onRelayed(events)));
        assertThat(states).hasSize(1);
        return Json.read(states.getFirst().value().orElseThrow(), RoomState.class);
    }
}
