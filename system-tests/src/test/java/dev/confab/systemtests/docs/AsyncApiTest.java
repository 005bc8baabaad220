package dev.confab.systemtests.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.confab.protocol.ClientCommand;
import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ErrorCode;
import dev.confab.protocol.MessageText;
import dev.confab.protocol.PresenceRecord;
import dev.confab.protocol.RoomEvent;
import dev.confab.protocol.RoomName;
import dev.confab.protocol.ServerFrame;
import dev.confab.protocol.Topic;
import dev.confab.protocol.Username;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/asyncapi.yaml} says what the code does. */
@Order(0)
class AsyncApiTest {
    /** Events that browsers get as they stand in the log, as {@link ServerFrame} says. */
    private static final Set<String> LIVE = Set.of(
            "Live.Posted",
            "Live.Edited",
            "Live.Deleted",
            "Live.Reacted",
            "Live.Pinned",
            "Live.RoleChanged",
            "Live.RoomChanged");

    private final AsyncApi api = AsyncApi.read();

    static List<WireRecord> records() {
        return WireRecord.all();
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldTellEveryMemberWithItsType(WireRecord record) {
        // when
        JsonNode properties = api.schema(record.name()).path("properties");
        // then
        var told = new TreeMap<String, String>();
        properties.forEachEntry((name, property) -> told.put(name, shape(property)));
        assertThat(told).isEqualTo(record.members());
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldTellWhichMembersAreAlwaysThere(WireRecord record) {
        // when
        JsonNode required = api.schema(record.name()).path("required");
        // then
        assertThat(required.valueStream().map(JsonNode::asText)).containsExactlyInAnyOrderElementsOf(record.required());
    }

    @Test
    void shouldTellOfNoRecordThatIsNotThere() {
        // given
        var records = records().stream().map(WireRecord::name).toList();
        // when
        var told = api.schemaNames().stream().filter(name -> name.contains("."));
        // then
        assertThat(told).isSubsetOf(records);
    }

    @Test
    void shouldTellWhatGoesOverTheSocket() {
        // given
        var expected = new TreeSet<>(LIVE);
        expected.addAll(WireRecord.namesOf(ClientCommand.class));
        expected.addAll(WireRecord.namesOf(ServerFrame.class));
        // when
        Set<String> told = api.messagesOf("/ws");
        // then
        assertThat(told).isEqualTo(expected);
        assertThat(operation("command")).containsExactlyInAnyOrderElementsOf(WireRecord.namesOf(ClientCommand.class));
        assertThat(operation("tell"))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                LIVE.stream(), WireRecord.of(ServerFrame.class).map(WireRecord::name))
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellWhatEachTopicHolds(Topic topic) {
        // when
        Set<String> told = api.messagesOf(topic.topicName());
        // then
        Set<String> expected = switch (topic) {
            case ROOMS -> WireRecord.namesOf(RoomEvent.class);
            case PRESENCE -> WireRecord.namesOf(PresenceRecord.class);
            case ROOM_STATE -> Set.of("RoomState");
            case ACCOUNTS -> Set.of("Account");
            case SESSIONS -> Set.of("SessionEnded");
            case READS -> Set.of("ReadPosition");
            case PROGRESS -> Set.of("Progress");
        };
        assertThat(told).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void shouldTellHowLongEachTopicIsKept(Topic topic) {
        // when
        JsonNode told = api.channel(topic.topicName()).at("/bindings/kafka/topicConfiguration");
        // then
        assertThat(told.path("cleanup.policy").path(0).asText())
                .isEqualToIgnoringCase(topic.cleanup().name());
        assertThat(told.path("retention.ms").asLong())
                .isEqualTo(topic.retention().map(time -> time.toMillis()).orElse(0L));
    }

    @Test
    void shouldTellEveryErrorCode() {
        // given
        var expected = new TreeMap<String, String>();
        for (ErrorCode code : ErrorCode.values()) {
            expected.put(code.wire(), "%d %s %s".formatted(code.httpStatus(), code.retryable(), code.title()));
        }
        // when
        JsonNode schema = api.schema("ErrorCode");
        // then
        var told = new TreeMap<String, String>();
        schema.path("x-codes")
                .forEachEntry((code, facts) -> told.put(
                        code,
                        "%s %s %s"
                                .formatted(
                                        facts.path("status"),
                                        facts.path("retryable"),
                                        facts.path("title").asText())));
        assertThat(told).isEqualTo(expected);
        assertThat(schema.path("enum").valueStream().map(JsonNode::asText))
                .containsExactlyInAnyOrderElementsOf(expected.keySet());
    }

    @Test
    void shouldTellEveryCloseCode() {
        // given
        var expected = new TreeMap<String, String>();
        for (CloseCode code : CloseCode.values()) {
            expected.put(Integer.toString(code.code()), "%s %s %s".formatted(code, code.retryable(), code.reason()));
        }
        // when
        JsonNode closeCodes = api.channel("/ws").path("x-close-codes");
        // then
        var told = new TreeMap<String, String>();
        closeCodes.forEachEntry((code, facts) -> told.put(
                code,
                "%s %s %s"
                        .formatted(
                                facts.path("name").asText(),
                                facts.path("retryable"),
                                facts.path("reason").asText())));
        assertThat(told).isEqualTo(expected);
    }

    @Test
    void shouldTellTheLimitsOfValues() {
        // given
        Map<String, Integer> expected = Map.of(
                "Username",
                Username.MAX_LENGTH,
                "RoomName",
                RoomName.MAX_LENGTH,
                "MessageText",
                MessageText.MAX_LENGTH);
        // when
        var told = new TreeMap<String, Integer>();
        expected.keySet()
                .forEach(name ->
                        told.put(name, api.schema(name).path("maxLength").asInt()));
        // then
        assertThat(told).isEqualTo(expected);
    }

    @Test
    void shouldReferToNothingThatIsNotThere() {
        // when
        var references = api.document().findValuesAsText("$ref");
        // then
        assertThat(references).isNotEmpty().allMatch(api::has);
    }

    private List<String> operation(String name) {
        return api.document().path("operations").path(name).path("messages").findValuesAsText("$ref").stream()
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .toList();
    }

    private static String shape(JsonNode property) {
        if (property.has("$ref")) {
            return property.path("$ref").asText();
        }
        if (property.has("const")) {
            return "const " + property.path("const").asText();
        }
        String type = property.path("type").asText();
        return switch (type) {
            case "array" -> "array of " + shape(property.path("items"));
            case "object" -> "object of " + shape(property.path("additionalProperties"));
            default -> type;
        };
    }
}
