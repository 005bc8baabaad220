package dev.confab.message.testing;

import dev.confab.chassis.topics.CreateTopics;
import dev.confab.protocol.Account;
import dev.confab.protocol.AuthorizedAt;
import dev.confab.protocol.Content;
import dev.confab.protocol.Decision;
import dev.confab.protocol.Decision.RoomChanged.Change;
import dev.confab.protocol.Destination;
import dev.confab.protocol.Epoch;
import dev.confab.protocol.Json;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.Position;
import dev.confab.protocol.ReadPosition;
import dev.confab.protocol.Role;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.SessionEnded;
import dev.confab.protocol.SessionId;
import dev.confab.protocol.StreamKey;
import dev.confab.protocol.Topic;
import dev.confab.protocol.Username;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Appends what the other services append. */
@ApplicationScoped
public class LogWriter {
    private final KafkaProducer<byte[], byte[]> producer;
    private final CreateTopics topics;

    LogWriter(@Identifier("default-kafka-broker") Map<String, Object> kafka, CreateTopics topics) {
        this.topics = topics;
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("acks", "all");
        settings.put("key.serializer", ByteArraySerializer.class);
        settings.put("value.serializer", ByteArraySerializer.class);
        producer = new KafkaProducer<>(settings);
    }

    public Position append(RoomEvent event) {
        return new Position(
                send(Topic.ROOMS, event.stream().bytes(), Json.bytes(event)).offset());
    }

    /** Of an author who was found in the room when the log was known up to there. */
    public Position append(RoomEvent event, Position authorizedAt) {
        var header = new RecordHeader(AuthorizedAt.HEADER, AuthorizedAt.bytes(authorizedAt));
        return new Position(send(new ProducerRecord<>(
                        Topic.ROOMS.topicName(), null, event.stream().bytes(), Json.bytes(event), List.of(header)))
                .offset());
    }

    public RecordMetadata send(Topic topic, byte[] key, byte[] value) {
        return send(new ProducerRecord<>(topic.topicName(), key, value));
    }

    private RecordMetadata send(ProducerRecord<byte[], byte[]> record) {
        try {
            return producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public Position say(String room, String from, String text) {
        return say(room, from, MessageId.next(), text);
    }

    public Position say(String room, String from, MessageId id, String text) {
        return append(new Content.Posted(new RoomName(room), id, new Username(from), new MessageText(text)));
    }

    public Position whisper(String from, String to, String text) {
        Username author = new Username(from);
        return append(new Content.Posted(
                Destination.between(author, new Username(to)), MessageId.next(), author, new MessageText(text)));
    }

    /** Somebody has read a stream up to there, in the present log. */
    public void read(String user, StreamKey stream, Position position) {
        read(user, stream, new Epoch(topics.epoch().join()), position);
    }

    public void read(String user, StreamKey stream, Epoch epoch, Position position) {
        read(new ReadPosition(new Username(user), stream, epoch, position));
    }

    /** Somebody has, and does not want to be seen. */
    public void readHidden(String user, StreamKey stream, Position position) {
        read(new ReadPosition(
                new Username(user), stream, new Epoch(topics.epoch().join()), position, true));
    }

    private void read(ReadPosition read) {
        send(Topic.READS, read.key(), Json.bytes(read));
    }

    public Position room(String room, Change change, boolean hasPassword) {
        return room(room, change, hasPassword, MessageId.next());
    }

    public Position room(String room, Change change, boolean hasPassword, MessageId id) {
        return append(new Decision.RoomChanged(new RoomName(room), id, change, new Username("owner"), "", hasPassword));
    }

    public Position promote(String room, String user) {
        return append(new Decision.RoleChanged(
                new RoomName(room), MessageId.next(), new Username(user), Role.MODERATOR, new Username("owner")));
    }

    public Position dismiss(String room, String user) {
        return append(new Decision.RoleChanged(
                new RoomName(room), MessageId.next(), new Username(user), Role.MEMBER, new Username("owner")));
    }

    public Position join(String room, String user) {
        return append(new Decision.Joined(new RoomName(room), MessageId.next(), new Username(user), Role.MEMBER));
    }

    public Position leave(String room, String user) {
        return append(new Decision.Left(new RoomName(room), MessageId.next(), new Username(user)));
    }

    public Position kick(String room, String user) {
        return append(new Decision.Kicked(
                new RoomName(room), MessageId.next(), new Username(user), new Username("owner"), ""));
    }

    public Position ban(String room, String user, Optional<Instant> until) {
        return append(new Decision.Banned(
                new RoomName(room), MessageId.next(), new Username(user), new Username("owner"), "", until));
    }

    public Position unban(String room, String user) {
        return append(
                new Decision.Unbanned(new RoomName(room), MessageId.next(), new Username(user), new Username("owner")));
    }

    public void account(String user, boolean disabled) {
        Account account = new Account(new Username(user), "", "", disabled);
        send(
                Topic.ACCOUNTS,
                account.user().key().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                Json.bytes(account));
    }

    public void endSession(String user) {
        SessionEnded ended = new SessionEnded(new SessionId("session-of-" + user), new Username(user), "logout");
        send(Topic.SESSIONS, ended.user().key().getBytes(java.nio.charset.StandardCharsets.UTF_8), Json.bytes(ended));
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
