package dev.confab.systemtests.resume;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.ChatClient.joining;
import static dev.confab.systemtests.client.FrameMatcher.frame;
import static dev.confab.systemtests.client.FrameMatcher.message;
import static dev.confab.systemtests.resume.Busy.BEYOND_THE_RING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Topic;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Api;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.content.Kind;
import dev.confab.systemtests.content.Kind.Seat;
import dev.confab.systemtests.content.Meeting;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coming back after a gap that the ring does not remember, while those who know it otherwise are away. */
@SystemTest
@Order(Integer.MAX_VALUE)
class OutageResumeTest {

    @ParameterizedTest(name = "with {0} away")
    @ValueSource(strings = {"message-service", "database"})
    void shouldGoOnFromTheLogItself(String away, Confab confab) throws InterruptedException {
        // given
        List<Talk> talks = Talk.ofBothKinds(confab);
        talks.forEach(talk -> talk.busy().change(talk.gone().bob()));
        confab.stack().kill(away);
        try {
            for (Talk talk : talks) {
                talk.busy().say(BEYOND_THE_RING).goOn();
                // when
                ChatClient back = talk.gone().back(confab, confab.otherGateway());
                // then
                talk.busy().finish();
                talk.expectAllHeardBy(back);
            }
        } finally {
            confab.stack().start(away);
        }
    }

    @Test
    void shouldGoOnFromAProjectionThatWasMadeAnew(Confab confab) throws Exception {
        // given
        List<Talk> talks = Talk.ofBothKinds(confab);
        for (Talk talk : talks) {
            talk.busy().say(1).change(talk.gone().bob()).say(BEYOND_THE_RING).finish();
        }
        // when
        confab.stack().stop("message-service");
        forgetProjection(confab);
        confab.stack().start("message-service");
        // then
        for (Talk talk : talks) {
            assertThat(talk.gone().alice().history(confab).texts()).endsWith("the end");
            talk.expectAllHeardBy(talk.gone().back(confab, confab.otherGateway()));
        }
    }

    private static void forgetProjection(Confab confab) throws SQLException {
        try (var connection = DriverManager.getConnection(confab.stack().jdbcUrl("message-service"));
                var statement = connection.createStatement()) {
            for (String table : List.of(
                    "notice",
                    "message",
                    "room",
                    "room_member",
                    "ban",
                    "departure",
                    "conversation_member",
                    "stream",
                    "projection")) {
                statement.execute("delete from " + table);
            }
        }
    }

    @Test
    void shouldTellNothingOfTheGapToWhoWasKickedOrBannedOrHasNoPasswordFromTheLogEither(Confab confab) {
        // given
        Session alice = confab.person("alice");
        Session kicked = confab.person("bob");
        Session banned = confab.person("carl");
        Session stranger = confab.person("dora");
        String room = confab.room(alice, "vault", "open sesame");
        Frame ofKicked = confab.connect(kicked).ask(joining(room).withPassword("open sesame"));
        Frame ofBanned = confab.connect(banned).ask(joining(room).withPassword("open sesame"));
        confab.api(alice)
                .delete(path("/api/rooms/{}/members/{}", room, kicked.username()))
                .expect(204);
        confab.api(alice)
                .put(path("/api/rooms/{}/bans/{}", room, banned.username()), Map.of("reason", "spam"))
                .expect(200);
        confab.stack().kill("message-service");
        try (Busy busy = new Busy(confab, Seat.inRoom(alice, room)).say(BEYOND_THE_RING)) {
            // when / then
            refused(confab, kicked, room, ofKicked, ErrorCode.WRONG_PASSWORD);
            refused(confab, banned, room, ofBanned, ErrorCode.BANNED);
            refused(confab, stranger, room, ofKicked, ErrorCode.WRONG_PASSWORD);
        } finally {
            confab.stack().start("message-service");
        }
    }

    @ParameterizedTest(name = "with {0} messages after it, message-service away: {1}")
    @CsvSource({"0, false", BEYOND_THE_RING + ", false", BEYOND_THE_RING + ", true"})
    void shouldNotTellWhatTheBannedWroteWhileTheyWereBanned(int after, boolean away, Confab confab) {
        // given
        Gone gone = Gone.from(Kind.ROOM, confab);
        String room = gone.joined().text("room");
        Session mallory = confab.person("mallory");
        String ban = path("/api/rooms/{}/bans/{}", room, mallory.username());
        Api owner = confab.api(gone.alice().person());
        confab.connect(mallory).join(room).send("before the ban");
        owner.put(ban, Map.of("reason", "spam")).expect(200);
        Log.append(confab.stack(), room, mallory, "during the ban");
        owner.delete(ban).expect(204);
        confab.connect(mallory).join(room).send("after the ban");
        if (away) {
            confab.stack().kill("message-service");
        }
        try (Busy busy = new Busy(confab, gone.alice()).say(after)) {
            // when
            ChatClient back = gone.back(confab, confab.otherGateway());
            // then
            back.expect(message("before the ban"));
            back.expectNothing(message("during the ban"), message("after the ban"));
        } finally {
            if (away) {
                confab.stack().start("message-service");
            }
        }
    }

    @Test
    void shouldGoOnBeyondWhatKafkaKeepsAndStartAgainIfNobodyHasThat(Confab confab) throws Exception {
        // given
        Gone gone = Gone.from(Kind.ROOM, confab);
        String room = gone.joined().text("room");
        try (Busy busy = new Busy(confab, gone.alice()).say(BEYOND_THE_RING).finish()) {
            var all = busy.after(gone.joined().position());
            // only what is projected may be forgotten
            assertThat(gone.alice().history(confab).all()).hasSize(all.size());
            forget(confab, room, all.get(all.size() / 2));
            // when
            ChatClient back = gone.back(confab, confab.otherGateway());
            // then
            assertThat(busy.heardBy(back)).isEqualTo(all);
            confab.stack().kill("message-service");
            ChatClient again = gone.back(confab, confab.gateway());
            assertThat(again.expect(frame("reset").in(room)).position()).isGreaterThanOrEqualTo(all.getLast());
            Meeting.say(again, gone.bob(), "live");
            again.expectNothing(message("the end"), message("live"));
        } finally {
            confab.stack().start("message-service");
        }
    }

    private static void refused(Confab confab, Session who, String room, Frame earlier, ErrorCode why) {
        ChatClient back = confab.connect(who, confab.otherGateway());
        back.ask(joining(room).withTicket(earlier.text("ticket")).since(earlier.position()))
                .expectError(why);
        back.raw("{\"type\":\"ping\"}").expectNothing(message(), frame("pong"));
    }

    private static void forget(Confab confab, String room, long before) throws Exception {
        try (Admin admin = Admin.create(confab.stack().kafka())) {
            String topic = Topic.ROOMS.topicName();
            int partitions = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .size();
            byte[] key = StreamKey.of(new RoomName(room)).bytes();
            var partition = new TopicPartition(topic, BuiltInPartitioner.partitionForKey(key, partitions));
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(before)))
                    .all()
                    .get();
        }
    }
}
