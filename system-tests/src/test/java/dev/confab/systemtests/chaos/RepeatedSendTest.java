package dev.confab.systemtests.chaos;

import static dev.confab.systemtests.client.ChatClient.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.MessageId;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.ReplicatedTest;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.faults.StoredMessages;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The first of a repeated send stands in history, however late and by whatever way it is repeated. */
@ReplicatedTest
@Order(ReplicatedTest.LAST)
class RepeatedSendTest {
    /** More than a gateway remembers of a room. */
    private static final int OTHERS = 600;

    @Test
    void shouldKeepTheFirstWhenAnIdIsSentAgainToGatewaysThatHaveForgottenIt(Confab confab) throws SQLException {
        // given
        var alice = confab.person("alice");
        var room = confab.room(alice, "kitchen");
        var id = MessageId.next();
        ChatClient first = confab.connect(alice, confab.gateways().get(0)).join(room);
        long position = first.ask(message(room, id, "once")).expectOk().position();
        others(confab, room);
        confab.stack().kill("gateway-3");
        confab.stack().start("gateway-3");
        // when
        confab.connect(alice, confab.gateways().get(1))
                .join(room)
                .ask(message(room, id, "twice"))
                .expectOk();
        confab.connect(alice, confab.gateways().get(2))
                .join(room)
                .ask(message(room, id, "thrice"))
                .expectOk();
        // then
        Marks.by(confab, first, List.of(room)).awaitProjection();
        assertThat(new StoredMessages(confab.stack())
                        .of(room).stream().filter(kept -> kept.id().equals(id.toString())))
                .singleElement()
                .satisfies(kept -> {
                    assertThat(kept.position()).isEqualTo(position);
                    assertThat(kept.text()).isEqualTo("once");
                });
        assertThat(first.history(room).all())
                .filteredOn(stored -> stored.id().equals(id.toString()))
                .hasSize(1);
    }

    /** Within the burst that one connection may send. */
    private static void others(Confab confab, String room) {
        for (String gateway : confab.gateways()) {
            ChatClient writer = confab.connect(confab.person("writer"), gateway).join(room);
            IntStream.range(0, OTHERS / confab.gateways().size())
                    .mapToObj(i -> writer.submit(message(room, "in between " + i)))
                    .toList()
                    .forEach(answer -> answer.join().expectOk());
        }
    }
}
