package dev.confab.gateway.room;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.gateway.fanout.Fanout;
import dev.confab.gateway.fanout.Frame;
import dev.confab.protocol.BanInterval;
import dev.confab.protocol.Decision;
import dev.confab.protocol.Decision.RoomChanged.Change;
import dev.confab.protocol.Epoch;
import dev.confab.protocol.Json;
import dev.confab.protocol.LoggedEvent;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Position;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.RoomState;
import dev.confab.protocol.Ticket;
import dev.confab.protocol.Username;
import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RoomsTest {
    private static final RoomName ROOM = new RoomName("kitchen");
    private static final Username ANN = new Username("ann");
    private static final Username MALLORY = new Username("mallory");
    private static final Epoch THIS = new Epoch("this");
    private static final Position EARLY = new Position(3);
    private static final Position LATE = new Position(9_000);

    private final Rooms rooms = TestRooms.remembering(8);

    @Test
    void shouldTakeFencesFromAStateOfThisLog() {
        rooms.onState(ROOM, Optional.of(stateOf(Optional.of(THIS))));

        rooms.startReading(THIS, room -> Position.NONE);

        assertThat(admits(MALLORY, LATE)).isFalse();
        assertThat(admits(ANN, EARLY)).isFalse();
        assertThat(admits(ANN, LATE)).isTrue();
    }

    @Test
    void shouldTakeFencesFromAStateThatDoesNotSayOfWhichLogItIs() {
        rooms.onState(ROOM, Optional.of(stateOf(Optional.empty())));

        rooms.startReading(THIS, room -> Position.NONE);

        assertThat(admits(MALLORY, LATE)).isFalse();
    }

    @Test
    void shouldNotTakePositionsOfAnotherLogForThoseOfThis() {
        rooms.onState(ROOM, Optional.of(stateOf(Optional.of(new Epoch("another")))));

        rooms.startReading(THIS, room -> Position.NONE);

        assertThat(admits(ANN, EARLY)).isTrue();
        assertThat(rooms.get(ROOM).state()).isPresent();
    }

    @Test
    void shouldNotRememberARoomThatIsOnlyToldToBeGone() {
        rooms.onState(ROOM, Optional.empty());

        assertThat(rooms.find(ROOM)).isEmpty();
    }

    @Test
    void shouldForgetADeletedRoomWhenTheLastOneIsOutOfIt() {
        EventLoop loop = new DefaultEventLoop();
        RecordingReceiver client = new RecordingReceiver(loop);
        rooms.onState(ROOM, Optional.of(stateOf(Optional.empty())));
        rooms.get(ROOM).enter(new Arrival(client, ANN, LATE, Optional.empty()), Position.NONE, RoomsTest::goLive);

        apply(changed(ROOM, Change.DELETED), 9_001);
        rooms.onState(ROOM, Optional.empty());
        loop.submit(() -> {}).syncUninterruptibly();
        apply(changed(new RoomName("another"), Change.CREATED), 9_002);

        assertThat(client.types()).containsExactly("room");
        assertThat(rooms.find(ROOM)).isEmpty();
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }

    @Test
    void shouldForgetADeletedRoomWhenTheLogIsReadAfterTheState() {
        rooms.onState(ROOM, Optional.of(stateOf(Optional.empty())));
        rooms.onState(ROOM, Optional.empty());
        assertThat(rooms.find(ROOM)).isPresent();

        apply(changed(ROOM, Change.DELETED), 9_001);

        assertThat(rooms.find(ROOM)).isEmpty();
    }

    @Test
    void shouldKeepARoomThatWasCreatedAgainMeanwhile() {
        rooms.onState(ROOM, Optional.of(stateOf(Optional.empty())));
        apply(changed(ROOM, Change.DELETED), 9_001);
        apply(changed(ROOM, Change.CREATED), 9_002);

        rooms.onState(ROOM, Optional.empty());

        assertThat(rooms.find(ROOM)).isPresent();
    }

    @Test
    void shouldNotTakeATicketOfAForgottenRoomForOneOfItsSuccessor() {
        rooms.startReading(THIS, room -> new Position(9_001));
        apply(changed(ROOM, Change.CREATED), 9_002);
        rooms.onState(ROOM, Optional.of(stateOf(Optional.of(THIS))));

        assertThat(admits(ANN, LATE)).isFalse();
        assertThat(admits(ANN, new Position(9_002))).isTrue();
    }

    private static void goLive(Entry entry) {
        entry.membership().goLive(entry.missed().orElseThrow(), entry.position());
    }

    private static Decision.RoomChanged changed(RoomName room, Change change) {
        return new Decision.RoomChanged(room, MessageId.next(), change, ANN, "", false);
    }

    private void apply(Decision event, long position) {
        Fanout out = new Fanout();
        Position at = new Position(position);
        Frame frame = Frame.of(at, Instant.EPOCH, Json.bytes(event));
        rooms.onEvent(event.room(), new LoggedEvent(at, Instant.EPOCH, event), frame, out)
                .drain(out);
        out.dispatch();
    }

    private boolean admits(Username user, Position position) {
        Ticket ticket = new Ticket(user, ROOM, Role.MEMBER, Optional.of(THIS), position, Instant.MAX);
        return rooms.get(ROOM).admits(ticket, Instant.now());
    }

    private static RoomState stateOf(Optional<Epoch> epoch) {
        BanInterval ban = new BanInterval(MALLORY, LATE, Optional.empty(), Optional.empty());
        return new RoomState(
                ROOM,
                new Username("olga"),
                List.of(),
                false,
                "",
                List.of(ban),
                Map.of(),
                Optional.empty(),
                LATE,
                epoch,
                LATE);
    }
}
