package dev.confab.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatheringProducerTest {
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final MockProducer<byte[], byte[]> kafka =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private GatheringProducer producer = new GatheringProducer(() -> kafka, FOR_EVER);

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void shouldNotKeepARecordWaitingThatComesByItself() {
        send("alone").awaitItem();

        assertThat(handedOver()).containsExactly("alone");
    }

    @Test
    void shouldKeepThoseThatFollowForTheNextRound() {
        // given
        send("first").awaitItem();
        // when
        var second = send("second");
        producer.close();
        // then
        second.assertNotTerminated();
        assertThat(handedOver()).containsExactly("first");
    }

    @Test
    void shouldHandOverInTheOrderOfTheCalls() {
        // given
        producer.close();
        producer = new GatheringProducer(() -> kafka, Duration.ofMillis(1));
        List<String> values = IntStream.range(0, 1000).mapToObj(String::valueOf).toList();
        // when
        values.forEach(this::send);
        // then
        await().untilAsserted(() -> assertThat(handedOver()).isEqualTo(values));
    }

    @Test
    void shouldTellOfWhatKafkaDoesNotKeep() {
        kafka.sendException = new TimeoutException("no answer");

        send("lost").awaitFailure().assertFailedWith(TimeoutException.class);
    }

    @Test
    void shouldRefuseMoreThanMayWait() {
        // given
        send("first").awaitItem();
        IntStream.range(0, GatheringProducer.CAPACITY).forEach(i -> send("waits"));
        // when
        var tooMany = send("too many");
        // then
        tooMany.assertFailedWith(RejectedExecutionException.class);
    }

    private UniAssertSubscriber<RecordMetadata> send(String value) {
        var record = new ProducerRecord<byte[], byte[]>("topic", value.getBytes(StandardCharsets.UTF_8));
        return producer.send(record).subscribe().withSubscriber(UniAssertSubscriber.create());
    }

    private List<String> handedOver() {
        return kafka.history().stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
