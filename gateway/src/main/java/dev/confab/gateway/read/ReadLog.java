package dev.confab.gateway.read;

import dev.confab.protocol.ConfabException;
import dev.confab.protocol.Json;
import dev.confab.protocol.ReadPosition;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/** Appends to confab.reads. */
@ApplicationScoped
class ReadLog {
    private static final Logger LOG = Logger.getLogger(ReadLog.class);
    /** Positions that may wait for Kafka; more are refused. */
    private static final int WAITING = 4096;

    private final MutinyEmitter<byte[]> reads;

    ReadLog(
            @Channel("reads") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = WAITING)
                    MutinyEmitter<byte[]> reads) {
        this.reads = reads;
    }

    /** Done when it is kept; fails with {@code unavailable}. */
    Uni<Void> append(ReadPosition read) {
        Message<byte[]> message = Message.of(Json.bytes(read))
                .addMetadata(OutgoingKafkaRecordMetadata.<byte[]>builder()
                        .withKey(read.key())
                        .build());
        return Uni.createFrom()
                .deferred(() -> reads.sendMessage(message))
                .onFailure()
                .transform(failure -> {
                    LOG.warnf(failure, "could not keep a read position, stream=%s", read.stream());
                    return ConfabException.unavailable("Marking as read");
                });
    }
}
