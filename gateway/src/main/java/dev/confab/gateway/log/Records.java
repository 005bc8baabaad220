package dev.confab.gateway.log;

import dev.confab.protocol.JudgedAt;
import dev.confab.protocol.Position;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What the records of the log say beside their events. */
public final class Records {
    private Records() {}

    /** How far the author was judged; at the record's own position if it does not say. */
    public static Position judgedAt(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(JudgedAt.HEADER);
        return header == null ? new Position(record.offset()) : JudgedAt.read(header.value());
    }
}
