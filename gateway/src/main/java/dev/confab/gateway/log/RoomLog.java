package dev.confab.gateway.log;

import dev.confab.gateway.room.Sent;
import dev.confab.protocol.AuthorizedAt;
import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Content;
import dev.confab.protocol.Json;
import dev.confab.protocol.Position;
import dev.confab.protocol.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.jboss.logging.Logger;

/** Appends events to the log. */
@ApplicationScoped
public class RoomLog {
    private static final Logger LOG = Logger.getLogger(RoomLog.class);
    private static final String CHANNEL = "rooms";

    private final GatheringProducer producer;
    private final CircuitBreaker breaker = new CircuitBreaker(System::nanoTime);
    private final Timer latency;
    private final Counter refused;

    /** @param channel declares the producer, whose acknowledgements are asked for below */
    RoomLog(
            @Channel(CHANNEL) Emitter<byte[]> channel,
            KafkaClientService kafka,
            AppendConfig config,
            MeterRegistry metrics) {
        this.producer = new GatheringProducer(
                () -> kafka.<byte[], byte[]>getProducer(CHANNEL).unwrap(), config.gather());
        this.latency = Timer.builder("confab.append")
                .description("from asking Kafka to keep an event until it is kept")
                .publishPercentileHistogram()
                .register(metrics);
        this.refused = metrics.counter("confab.append.refused");
    }

    /**
     * Appends the event; done when it is kept. Events of one stream are kept in the order of the calls.
     *
     * @param authorizedAt as of which position its author was found to be in the stream, where that can end
     * @return fails with {@code unavailable} when Kafka does not answer, and then at once for a while; the event may have
     *     been kept all the same, which is why it is to be tried again with the same id
     */
    public Uni<Sent> append(Content content, Optional<Position> authorizedAt) {
        return append(
                content,
                authorizedAt.stream()
                        .<Header>map(position -> new RecordHeader(AuthorizedAt.HEADER, AuthorizedAt.bytes(position)))
                        .toList());
    }

    @PreDestroy
    void close() {
        producer.close();
    }

    private Uni<Sent> append(Content event, List<Header> headers) {
        if (!breaker.allows()) {
            refused.increment();
            return Uni.createFrom().failure(ConfabException.unavailable("Sending"));
        }
        Timer.Sample sample = Timer.start();
        return producer.send(new ProducerRecord<>(
                        Topic.ROOMS.topicName(), null, event.stream().bytes(), Json.bytes(event), headers))
                .map(RoomLog::appended)
                .invoke(breaker::onSuccess)
                .onFailure()
                .transform(failure -> refused(event, failure))
                .eventually(() -> sample.stop(latency));
    }

    private static Sent appended(RecordMetadata kept) {
        return new Sent(new Position(kept.offset()), Instant.ofEpochMilli(kept.timestamp()));
    }

    private ConfabException refused(Content event, Throwable failure) {
        breaker.onFailure();
        refused.increment();
        LOG.warnf(failure, "could not append, stream=%s id=%s", event.stream(), event.id());
        return ConfabException.unavailable("Sending");
    }
}
