package dev.confab.systemtests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.MessageId;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.ReplicatedTest;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.content.Kind;
import dev.confab.systemtests.content.Kind.Seat;
import dev.confab.systemtests.content.Meeting;
import dev.confab.systemtests.faults.StoredMessages;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The first of a repeated send stands in history, of rooms and conversations, however late and by whatever way it is repeated. */
@ReplicatedTest
@Order(ReplicatedTest.LAST)
class RepeatedSendTest {
    /** More than a gateway remembers of a stream. */
    private static final int OTHERS = 600;

    @Test
    void shouldKeepTheFirstWhenAnIdIsSentAgainToGatewaysThatHaveForgottenIt(Confab confab) throws SQLException {
        // given
        List<Meeting> both =
                Stream.of(Kind.values()).map(kind -> kind.meeting(confab)).toList();
        List<Sent> sent = new ArrayList<>();
        for (Meeting meeting : both) {
            sent.add(Sent.first(meeting));
            others(meeting);
        }
        confab.stack().kill("gateway-3");
        confab.stack().start("gateway-3");
        // when
        sent.forEach(once -> once.again("twice", confab.gateway(2)));
        sent.forEach(once -> once.again("thrice", confab.gateway(3)));
        // then
        for (Sent once : sent) {
            Seat alice = once.meeting().alice();
            var last = Meeting.say(once.meeting().enter(alice), alice, "last");
            once.meeting().stored(alice, last, stored -> true);
            assertThat(new StoredMessages(confab.stack())
                            .ofStream(alice.stream()).stream()
                                    .filter(kept -> kept.id().equals(once.id().toString())))
                    .as(alice.address())
                    .singleElement()
                    .satisfies(kept -> {
                        assertThat(kept.position()).isEqualTo(once.position());
                        assertThat(kept.text()).isEqualTo("once");
                    });
            assertThat(alice.history(confab).all())
                    .filteredOn(stored -> stored.id().equals(once.id().toString()))
                    .hasSize(1);
        }
    }

    /** What was answered to the first. */
    private record Sent(Meeting meeting, MessageId id, long position) {
        static Sent first(Meeting meeting) {
            Seat alice = meeting.alice();
            var id = MessageId.next();
            var answer = meeting.enter(alice).ask(alice.writing().message(id, "once"));
            return new Sent(meeting, id, answer.expectOk().position());
        }

        void again(String text, String gateway) {
            Seat alice = meeting.alice();
            meeting.enter(alice, gateway).ask(alice.writing().message(id, text)).expectOk();
        }
    }

    /** Within the burst that one connection may send. */
    private static void others(Meeting meeting) {
        Seat bob = meeting.bob();
        List<String> gateways = meeting.confab().gateways();
        for (String gateway : gateways) {
            ChatClient writer = meeting.enter(bob, gateway);
            IntStream.range(0, OTHERS / gateways.size())
                    .mapToObj(i -> writer.submit(bob.writing().message(MessageId.next(), "in between " + i)))
                    .toList()
                    .forEach(answer -> answer.join().expectOk());
        }
    }
}
