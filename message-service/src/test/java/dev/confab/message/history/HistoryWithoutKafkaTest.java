package dev.confab.message.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.confab.chassis.topics.CreateTopics;
import dev.confab.chassis.topics.TopicsConfig;
import dev.confab.message.log.LogConfig;
import dev.confab.message.log.LogEnds;
import dev.confab.message.testing.Client;
import dev.confab.message.testing.LogWriter;
import dev.confab.message.testing.ServiceBackends;
import dev.confab.protocol.Decision.RoomChanged.Change;
import dev.confab.protocol.Position;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The service's clients of Kafka find nobody at the other end. */
@QuarkusTest
@QuarkusTestResource(ServiceBackends.class)
class HistoryWithoutKafkaTest {
    private static final Client ADA = Client.as("Ada");
    private static final Map<String, Object> NOBODY = Map.of("bootstrap.servers", "localhost:1");

    private static final LogConfig CONFIG = new Impatient(() -> Duration.ofMillis(500));
    private static final LogConfig UNASKED = new Impatient(() -> fail("asked where the log ends"));

    private record Impatient(Supplier<Duration> end) implements LogConfig {
        @Override
        public Duration endTimeout() {
            return end.get();
        }

        @Override
        public Duration endTimeoutWhileAway() {
            return Duration.ofMillis(50);
        }
    }

    @Inject
    LogWriter log;

    @Inject
    TopicsConfig topics;

    @Inject
    CreateTopics createTopics;

    private final String room = "room-" + UUID.randomUUID();

    private void takeKafkaAway() {
        QuarkusMock.installMockForType(new LogEnds(NOBODY, CONFIG, topics, createTopics), LogEnds.class);
    }

    @Test
    void shouldServeWhatIsProjected() {
        // given
        log.room(room, Change.CREATED, false);
        log.say(room, "Ada", "from before");
        assertThat(ADA.texts(room, "")).containsExactly("from before");
        // when
        takeKafkaAway();
        // then
        assertThat(ADA.texts(room, "")).containsExactly("from before");
        ADA.get("/api/unread").then().statusCode(200);
        ADA.get("/api/direct").then().statusCode(200);
        ADA.get("/api/rooms/{room}/messages", "no such " + room.substring(0, 20))
                .then()
                .statusCode(404);
    }

    @Test
    void shouldNotAskWhereTheLogEndsForWhatIsKnownToBeThere() {
        // given
        log.room(room, Change.CREATED, false);
        log.say(room, "Ada", "one");
        Position second = log.say(room, "Ada", "two");
        assertThat(ADA.texts(room, "")).containsExactly("one", "two");
        // when
        QuarkusMock.installMockForType(new LogEnds(NOBODY, UNASKED, topics, createTopics), LogEnds.class);
        // then
        assertThat(ADA.texts(room, "before=" + second)).containsExactly("one");
    }
}
