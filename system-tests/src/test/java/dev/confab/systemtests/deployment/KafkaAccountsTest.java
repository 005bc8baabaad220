package dev.confab.systemtests.deployment;

import static dev.confab.systemtests.client.Api.path;
import static dev.confab.systemtests.client.FrameMatcher.frame;
import static dev.confab.systemtests.client.FrameMatcher.message;
import static dev.confab.systemtests.deployment.Manifests.list;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.MessageId;
import dev.confab.protocol.Topic;
import dev.confab.stack.testing.Options;
import dev.confab.stack.testing.TestStack;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.History;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.deployment.Manifests.Kind;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The accounts, rights and topics of {@code k8s/production/kafka}, taken from the manifests as they are rendered and put into
 * a broker that asks for them as that one does: SCRAM over TLS, and nothing allowed that is not said. The database asks for
 * TLS too. Only copies differ: there is one broker.
 */
class KafkaAccountsTest {
    private static final Set<String> OF_COPIES = Set.of("min.insync.replicas");

    /** Who needs to write what, said a second time: by docs/architecture.md, not by the manifests. */
    private static final Map<String, Set<Topic>> WRITES = Map.of(
            "gateway", Set.of(Topic.ROOMS, Topic.READS, Topic.PRESENCE),
            "auth-service", Set.of(Topic.ACCOUNTS, Topic.SESSIONS),
            "room-service", Set.of(Topic.ROOMS, Topic.ROOM_STATE, Topic.PRESENCE),
            "message-service", Set.of(Topic.PROGRESS),
            "media-service", Set.of());

    private static final Map<String, Set<Topic>> READS = Map.of(
            "gateway", Set.of(Topic.values()),
            "auth-service", Set.of(Topic.SESSIONS),
            "room-service", Set.of(Topic.ACCOUNTS, Topic.SESSIONS, Topic.PRESENCE),
            "message-service", Set.of(Topic.ROOMS, Topic.READS, Topic.ACCOUNTS, Topic.SESSIONS),
            "media-service", Set.of(Topic.SESSIONS));

    private static TestStack stack;

    @BeforeAll
    static void start() {
        Options options = TestStack.options().withEnvironment("auth-service", "confab.passwords.cost", "4");
        for (JsonNode user : kafka(Kind.KafkaUser)) {
            options = options.withAccount(user.at("/metadata/name").asText(), rights(user));
        }
        for (JsonNode topic : kafka(Kind.KafkaTopic)) {
            options = options.withTopic(
                    topic.at("/metadata/name").asText(),
                    topic.at("/spec/partitions").asInt(),
                    settings(topic));
        }
        stack = TestStack.start(options);
    }

    @AfterAll
    static void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    static Stream<String> services() {
        return Promises.SERVICES.stream();
    }

    @Test
    void shouldLetEveryServiceDoItsWork() {
        try (var confab = new Confab(stack)) {
            // given
            Session alice = confab.person("alice");
            Session bob = confab.person("bob");
            String room = confab.room(alice, "kitchen");
            ChatClient listening = confab.connect(alice).join(room);
            // then: the log, written by gateways, read by all gateways
            ChatClient leaving = confab.connect(bob).join(room).send("by socket");
            listening.expect(message("by socket").from(bob));
            confab.api(alice)
                    .post(
                            path("/api/rooms/{}/messages", room),
                            Map.of("id", MessageId.next().toString(), "text", "by REST"))
                    .expect(201);
            leaving.expect(message("by REST").from(alice));
            // the projection, and its group
            assertThat(History.ofRoom(confab.api(alice), room).texts()).containsExactly("by socket", "by REST");
            // accounts, which gateways and message-service know from the log alone
            confab.connect(alice).direct(bob, "psst");
            leaving.expect(frame("message").with("text", "psst"));
            // fences, by room-service
            confab.api(alice)
                    .delete(path("/api/rooms/{}/members/{}", room, bob.username()))
                    .expect(204);
            leaving.expect(frame("kicked").in(room));
            // presence, which room-service asks gateways for
            await().untilAsserted(() -> assertThat(confab.api(alice)
                            .get(path("/api/rooms/{}", room))
                            .expect(200)
                            .json()
                            .path("online")
                            .asInt())
                    .isEqualTo(1));
            // ended sessions, by auth-service
            confab.api(alice).post("/api/auth/logout").expect(204);
            assertThat(listening.awaitClose()).isEqualTo(CloseCode.SESSION_ENDED.code());
        }
    }

    @Test
    void shouldLetMessageServiceTellGatewaysHowFarHistoryIs() {
        try (var confab = new Confab(stack)) {
            // when
            Session alice = confab.person("alice");
            confab.connect(alice).join(confab.room(alice, "hall")).send("hi");
            // then
            await().until(() -> read(client("gateway"), Topic.PROGRESS) > 0);
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldRefuseToLetAServiceWriteWhatIsAnothers(String service) {
        var settings = client(service);
        settings.put("max.block.ms", 20_000);
        // an idempotent producer that was refused once sends nothing more
        settings.put("enable.idempotence", false);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Topic topic : Topic.values()) {
                if (!WRITES.get(service).contains(topic)) {
                    assertThatThrownBy(() -> producer.send(forged(topic)).get())
                            .as(topic.topicName())
                            .hasRootCauseInstanceOf(TopicAuthorizationException.class);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldRefuseToLetAServiceReadWhatIsNotForIt(String service) {
        for (Topic topic : Topic.values()) {
            if (!READS.get(service).contains(topic)) {
                assertThatThrownBy(() -> read(client(service), topic))
                        .as(topic.topicName())
                        .isInstanceOf(TopicAuthorizationException.class);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldRefuseToLetAServiceMakeOrDeleteTopicsOrChangeTheRules(String service) {
        try (var admin = Admin.create(client(service))) {
            assertThatThrownBy(() -> admin.createTopics(List.of(new NewTopic("confab.mine", 1, (short) 1)))
                            .all()
                            .get())
                    .hasRootCauseInstanceOf(AuthorizationException.class);
            for (Topic topic : Topic.values()) {
                assertThatThrownBy(() -> admin.deleteTopics(List.of(topic.topicName()))
                                .all()
                                .get())
                        .as(topic.topicName())
                        .hasRootCauseInstanceOf(TopicAuthorizationException.class);
            }
            assertThatThrownBy(() ->
                            admin.describeAcls(AclBindingFilter.ANY).values().get())
                    .hasRootCauseInstanceOf(AuthorizationException.class);
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void shouldKeepTheProjectionsGroupToMessageService(String service) {
        var settings = client(service);
        settings.put("group.id", "message-service");
        if (!service.equals("message-service")) {
            try (var consumer =
                    new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                var partition = new TopicPartition(Topic.SESSIONS.topicName(), 0);
                assertThatThrownBy(() -> consumer.committed(Set.of(partition)))
                        .isInstanceOf(GroupAuthorizationException.class);
            }
        }
    }

    @Test
    void shouldLetNobodyInWhoHasNoAccount() {
        var wrong = client("gateway");
        wrong.put(
                "sasl.jaas.config",
                String.valueOf(wrong.get("sasl.jaas.config"))
                        .replaceFirst("password=\"[^\"]*\"", "password=\"guessed\""));
        assertThatThrownBy(() -> read(wrong, Topic.ROOMS)).isInstanceOf(SaslAuthenticationException.class);
        // where the broker's owner comes in, too
        var silent = Map.<String, Object>of(
                "bootstrap.servers", stack.kafka().get("bootstrap.servers"), "default.api.timeout.ms", 3_000);
        assertThatThrownBy(() -> read(new HashMap<>(silent), Topic.ROOMS)).isInstanceOf(KafkaException.class);
    }

    /** An account that may do more than the table says would pass the tests of refusals that are made from the table. */
    @Test
    void shouldGiveEachServiceWhatItNeedsAndNothingElse() {
        assertThat(kafka(Kind.KafkaUser))
                .extracting(user -> user.at("/metadata/name").asText())
                .containsExactlyInAnyOrderElementsOf(Promises.SERVICES);
        for (JsonNode user : kafka(Kind.KafkaUser)) {
            String service = user.at("/metadata/name").asText();
            assertThat(topicsWith(user, "Write")).as(service).isEqualTo(names(WRITES.get(service)));
            assertThat(topicsWith(user, "Read")).as(service).isEqualTo(names(READS.get(service)));
            assertThat(rights(user))
                    .as(service)
                    .allMatch(right -> right.matches(
                            "(topic confab\\.[a-z-]+|group message-service(-reads)?) literal (Read|Write|Describe)"));
        }
    }

    private static Set<String> topicsWith(JsonNode user, String operation) {
        return rights(user).stream()
                .map(right -> right.split(" "))
                .filter(right -> right[0].equals("topic") && right[3].equals(operation))
                .map(right -> right[1])
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Set<Topic> topics) {
        return topics.stream().map(Topic::topicName).collect(Collectors.toSet());
    }

    private static List<JsonNode> kafka(Kind kind) {
        return Manifests.of("production/kafka").of(kind).toList();
    }

    private static List<String> rights(JsonNode user) {
        return list(user.at("/spec/authorization/acls")).stream()
                .flatMap(rule -> list(rule.path("operations")).stream()
                        .map(operation -> String.join(
                                " ",
                                rule.at("/resource/type").asText(),
                                rule.at("/resource/name").asText(),
                                rule.at("/resource/patternType").asText(),
                                operation.asText())))
                .toList();
    }

    private static Map<String, String> settings(JsonNode topic) {
        var settings = new HashMap<String, String>();
        topic.at("/spec/config").properties().forEach(entry -> {
            if (!OF_COPIES.contains(entry.getKey())) {
                settings.put(entry.getKey(), entry.getValue().asText());
            }
        });
        return settings;
    }

    private static Map<String, Object> client(String service) {
        var settings = new HashMap<>(stack.kafka(service));
        settings.put("default.api.timeout.ms", 20_000);
        settings.put("request.timeout.ms", 10_000);
        return settings;
    }

    private static ProducerRecord<byte[], byte[]> forged(Topic topic) {
        return new ProducerRecord<>(topic.topicName(), new byte[0], new byte[0]);
    }

    /** How many records one look at the topic finds. */
    private static int read(Map<String, Object> settings, Topic topic) {
        var patient = new HashMap<>(settings);
        patient.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(patient, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partition = new TopicPartition(topic.topicName(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            consumer.position(partition);
            return consumer.poll(Duration.ofSeconds(20)).count();
        }
    }
}
