package dev.confab.gateway.log;

import dev.confab.protocol.Position;
import dev.confab.protocol.RoomName;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AwaitReadTest {
    private static final RoomName ROOM = new RoomName("kitchen");

    private final ReadPositions positions = new ReadPositions();
    private final AwaitRead awaitRead = new AwaitRead(positions);

    @BeforeEach
    void start() {
        positions.start(1);
        positions.set(0, 7);
    }

    @Test
    void shouldNotWaitForWhatIsRead() {
        awaitRead
                .until(ROOM, new Position(7))
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create())
                .assertCompleted();
    }

    @Test
    void shouldWaitForWhatIsToBeRead() {
        var waiting = awaitRead.until(ROOM, new Position(8)).subscribe().withSubscriber(UniAssertSubscriber.create());
        waiting.assertNotTerminated();

        positions.set(0, 8);

        waiting.awaitItem().assertCompleted();
    }
}
