package dev.confab.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import dev.confab.stack.testing.TestStack;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.ReplicatedTest;
import dev.confab.systemtests.client.Users;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A host whose power is cut says nothing to the database, in which its transaction is open. */
@ReplicatedTest
@Order(ReplicatedTest.LAST)
class VanishedReplicaTest {
    /** Enough for the replica that vanishes to have some of them. */
    private static final int ROOMS = 8;

    private static final String REPLICA = "message-service-1";

    @Test
    void shouldTakeOverFromAReplicaThatVanishedInTheMiddleOfATransaction(Confab confab) throws SQLException {
        // given
        var stack = confab.stack();
        var owner = confab.person("owner");
        var rooms = IntStream.range(0, ROOMS)
                .mapToObj(i -> Users.fresh("vanishing"))
                .toList();
        try (var database = DriverManager.getConnection(stack.jdbcUrl("message-service"))) {
            inTheWay(database, rooms);
            rooms.forEach(room ->
                    confab.api(owner).post("/api/rooms", Map.of("name", room)).expect(201));
            await().atMost(Duration.ofSeconds(8)).until(() -> waiting(stack) >= 2);
            // when
            List.of("database", "kafka").forEach(target -> stack.cut(REPLICA, target));
            stack.kill(REPLICA);
            database.rollback();
            // then
            Duration idle = Marks.by(confab, confab.connect(owner), rooms).awaitProjection();
            System.out.println("another replica had taken over from one that vanished after " + idle);
            assertThat(idle).isLessThan(Duration.ofMinutes(1));
        } finally {
            List.of("database", "kafka").forEach(target -> stack.mend(REPLICA, target));
            stack.start(REPLICA);
        }
    }

    /** What the projection of these rooms writes first has to wait for this transaction. */
    private static void inTheWay(Connection database, List<String> rooms) throws SQLException {
        database.setAutoCommit(false);
        try (var insert = database.prepareStatement("insert into stream (stream_key) values (?)")) {
            for (var room : rooms) {
                insert.setString(1, StreamKey.of(new RoomName(room)).value());
                insert.executeUpdate();
            }
        }
    }

    private static int waiting(TestStack stack) throws SQLException {
        try (var database = DriverManager.getConnection(stack.jdbcUrl("message-service"));
                var rows = database.createStatement()
                        .executeQuery(
                                "select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
