package dev.confab.message.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.protocol.Content;
import dev.confab.protocol.Decision;
import dev.confab.protocol.Decision.RoomChanged.Change;
import dev.confab.protocol.Json;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.Username;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RunsTest {
    private static final RoomName ROOM = new RoomName("room");
    private static final Username ADA = new Username("ada");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Runs runs = new Runs(3, 1_000, new ProjectionMetrics(registry));
    private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

    private void event(RoomEvent event) {
        record(Json.bytes(event));
    }

    private void record(byte[] value) {
        byte[] key = ROOM.isMain()
                ? new byte[0]
                : dev.confab.protocol.StreamKey.of(ROOM).bytes();
        records.add(new ConsumerRecord<>(
                "confab.rooms",
                0,
                100 + records.size(),
                0,
                TimestampType.LOG_APPEND_TIME,
                key.length,
                value.length,
                key,
                value,
                new RecordHeaders(),
                Optional.empty()));
    }

    private void message(String text) {
        event(new Content.Posted(ROOM, MessageId.next(), ADA, new MessageText(text)));
    }

    private void deletion() {
        event(new Decision.RoomChanged(ROOM, MessageId.next(), Change.DELETED, ADA, "", false));
    }

    /** Each run as {@code from-to:events}. */
    private List<String> cut(long from) {
        return runs.of(1, 0, from, records).stream()
                .map(run -> run.from() + "-" + run.to() + ":" + run.events().size())
                .toList();
    }

    @Test
    void shouldCutRunsThatAreTooLong() {
        for (int i = 0; i < 7; i++) {
            message("hi");
        }
        assertThat(cut(100)).containsExactly("100-103:3", "103-106:3", "106-107:1");
    }

    @Test
    void shouldCutRunsThatAreTooBig() {
        message("x".repeat(999));
        message("y");
        assertThat(cut(100)).containsExactly("100-101:1", "101-102:1");
    }

    @Test
    void shouldPutDeletionsIntoRunsOfTheirOwn() {
        message("before");
        deletion();
        deletion();
        message("after");
        assertThat(cut(100)).containsExactly("100-101:1", "101-102:1", "102-103:1", "103-104:1");
        assertThat(runs.of(1, 0, 100, records)).extracting(Run::isDeletion).containsExactly(false, true, true, false);
    }

    @Test
    void shouldStepOverRecordsThatAreNoEvents() {
        record("poison".getBytes(StandardCharsets.UTF_8));
        message("hi");
        record("poison".getBytes(StandardCharsets.UTF_8));
        assertThat(cut(100)).containsExactly("100-103:1");
        assertThat(registry.counter("confab.projection.poison").count()).isEqualTo(2);
    }

    @Test
    void shouldNotStepOverAnEventOfANewerVersion() {
        message("hi");
        record("{\"type\":\"reaction\",\"room\":\"kitchen\"}".getBytes(StandardCharsets.UTF_8));
        message("later");
        assertThat(cut(100)).containsExactly("100-101:1", "101-101:0");
        assertThat(runs.of(1, 0, 100, records)).extracting(Run::isWall).containsExactly(false, true);
        assertThat(registry.counter("confab.projection.poison").count()).isZero();
    }

    @Test
    void shouldMoveOnWhereEverythingIsPoison() {
        record("poison".getBytes(StandardCharsets.UTF_8));
        assertThat(cut(100)).containsExactly("100-101:0");
    }

    @Test
    void shouldHalveARunWithoutLeavingAnythingOut() {
        for (int i = 0; i < 3; i++) {
            message("hi");
        }
        Run run = runs.of(1, 0, 100, records).getFirst();
        assertThat(run.halves().getFirst().from()).isEqualTo(100);
        assertThat(run.halves().getFirst().to())
                .isEqualTo(run.halves().getLast().from())
                .isEqualTo(101);
        assertThat(run.halves().getLast().to()).isEqualTo(103);
        assertThat(run.halves()).extracting(half -> half.events().size()).containsExactly(1, 2);
    }
}
