package dev.confab.gateway.receipt;

import dev.confab.chassis.topics.StartAt;
import dev.confab.chassis.topics.TopicReader;
import dev.confab.gateway.fanout.Fanout;
import dev.confab.gateway.log.LogEpoch;
import dev.confab.protocol.Json;
import dev.confab.protocol.Progress;
import dev.confab.protocol.Topic;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Follows confab.progress and has those told whose messages are in history now. */
@ApplicationScoped
class ProgressFollower {
    private final Receipts receipts;
    private final LogEpoch epoch;
    private final TopicReader reader;

    ProgressFollower(@Identifier("default-kafka-broker") Map<String, Object> kafka, Receipts receipts, LogEpoch epoch) {
        this.receipts = receipts;
        this.epoch = epoch;
        this.reader = new TopicReader(kafka, Topic.PROGRESS, new StartAt.Beginning(), this::onRecords);
    }

    void onStart(@Observes StartupEvent started) {
        epoch.learned().thenRun(reader::start);
    }

    void onStop(@Observes ShutdownEvent stopping) {
        reader.close();
    }

    private void onRecords(ConsumerRecords<byte[], byte[]> batch) {
        Fanout out = new Fanout();
        TopicReader.Handler.ofEach(record -> onRecord(record, out)).onRecords(batch);
        out.dispatch();
    }

    private void onRecord(ConsumerRecord<byte[], byte[]> record, Fanout out) {
        Progress progress = Json.read(record.value(), Progress.class);
        if (progress.epoch().equals(epoch.current())) {
            int partition = Integer.parseInt(new String(record.key(), StandardCharsets.UTF_8));
            receipts.onStored(partition, progress.position(), out);
        }
    }
}
