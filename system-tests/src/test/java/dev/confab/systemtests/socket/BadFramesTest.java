package dev.confab.systemtests.socket;

import static dev.confab.protocol.ErrorCode.INVALID;
import static dev.confab.protocol.ErrorCode.MALFORMED;
import static dev.confab.protocol.ErrorCode.TOO_LONG;
import static dev.confab.systemtests.client.FrameMatcher.frame;
import static dev.confab.systemtests.client.FrameMatcher.message;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ErrorCode;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Frame;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@SystemTest
class BadFramesTest {
    private static final int PROTOCOL_ERROR = 1002;
    private static final String ID = "'id':'018f2b6a-7c1e-7d3a-9b2f-0123456789ab'";

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "hello", "null", "[]", "{'type':'ping'} x", "{'type':'ping','type':'ping'}"})
    void shouldSayThatItCouldNotReadIt(String text, Confab confab) {
        // given
        ChatClient client = confab.connect(confab.person("alice"));
        // when
        client.raw(json(text));
        // then
        client.expect(frame("error")).expectError(MALFORMED);
        client.raw("{\"type\":\"ping\"}").expect(frame("pong"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "true", "'join'", "[1]"})
    void shouldMissTheTypeOfWhatIsNoObject(String text, Confab confab) {
        // given
        ChatClient client = confab.connect(confab.person("alice"));
        // when
        client.raw(json(text));
        // then
        client.expect(frame("error")).expectError(INVALID, "type");
        client.raw("{\"type\":\"ping\"}").expect(frame("pong"));
    }

    static Stream<Arguments> wrongMembers() {
        return Stream.of(
                arguments("{'ref':'1'}", INVALID, "type"),
                arguments("{'type':'dance','ref':'1'}", INVALID, "type"),
                arguments("{'type':7,'ref':'1'}", INVALID, "type"),
                arguments("{'type':'join','ref':'1'}", INVALID, "room"),
                arguments("{'type':'join','ref':'1','room':''}", INVALID, "room"),
                arguments("{'type':'join','ref':'1','room':5}", INVALID, "room"),
                arguments("{'type':'join','ref':'1','room':null}", INVALID, "room"),
                arguments("{'type':'join','ref':'1','room':'$51'}", TOO_LONG, "room"),
                arguments("{'type':'join','ref':'1','room':'main','since':'x'}", INVALID, "since"),
                arguments("{'type':'join','ref':'1','room':'main','since':-9}", INVALID, "since"),
                arguments("{'type':'join','ref':'1','room':'main','ticket':3}", INVALID, "ticket"),
                arguments("{'type':'join','ref':'1','room':'main','password':[]}", INVALID, "password"),
                arguments("{'type':'leave','ref':'1'}", INVALID, "room"),
                arguments("{'type':'send','ref':'1'," + ID + ",'text':'hi'}", INVALID, "room"),
                arguments("{'type':'send','ref':'1','room':'main','text':'hi'}", INVALID, "id"),
                arguments("{'type':'send','ref':'1','room':'main','id':'x','text':'hi'}", INVALID, "id"),
                arguments("{'type':'send','ref':'1','room':'main'," + ID + "}", INVALID, "text"),
                arguments("{'type':'send','ref':'1','room':'main'," + ID + ",'text':' '}", INVALID, "text"),
                arguments("{'type':'send','ref':'1','room':'main'," + ID + ",'text':1}", INVALID, "text"),
                arguments("{'type':'send','ref':'1','room':'main'," + ID + ",'text':'\\ud800'}", INVALID, "text"),
                arguments("{'type':'send','ref':'1','room':'main'," + ID + ",'text':'$4001'}", TOO_LONG, "text"),
                arguments("{'type':'send','ref':'1','room':'main','to':'bob'," + ID + ",'text':'hi'}", INVALID, "to"),
                arguments("{'type':'send','ref':'1','to':'a b'," + ID + ",'text':'hi'}", INVALID, "to"),
                arguments("{'type':'send','ref':'1','to':'$51'," + ID + ",'text':'hi'}", TOO_LONG, "to"),
                arguments("{'type':'send','ref':'1','to':'bob'," + ID + ",'text':''}", INVALID, "text"),
                arguments("{'type':'typing','ref':'1'}", INVALID, "room"));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("wrongMembers")
    void shouldNameTheMemberThatIsWrong(String command, ErrorCode code, String field, Confab confab) {
        // given
        ChatClient client = confab.connect(confab.person("alice"));
        // when
        client.raw(json(command));
        // then
        client.expect(frame("error").with("ref", "1")).expectError(code, field);
        client.raw("{\"type\":\"ping\"}").expect(frame("pong"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'type':'ping','ref':5}", "{'type':'ping','ref':''}", "{'type':'ping','ref':'$65'}"})
    void shouldRefuseARefThatIsNone(String command, Confab confab) {
        // given
        ChatClient client = confab.connect(confab.person("alice"));
        // when
        client.raw(json(command));
        // then
        Frame error = client.expect(frame("error"));
        assertThat(error.json().path("field").asText()).isEqualTo("ref");
        assertThat(error.json().path("code").asText()).isIn("invalid", "too_long");
        client.raw("{\"type\":\"ping\"}").expect(frame("pong"));
    }

    @Test
    void shouldAnswerAPingWithItsRef(Confab confab) {
        // given
        ChatClient client = confab.connect(confab.person("alice"));
        // when
        client.raw("{\"type\":\"ping\",\"ref\":\"p-1\",\"unknown\":{}}");
        // then
        client.expect(frame("pong").with("ref", "p-1"));
    }

    @Test
    void shouldTakeTheLongestTextThereMayBe(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        String longest = "🦊".repeat(4_000);
        ChatClient client = confab.connect(alice).join(room);
        // when
        client.send(longest);
        // then
        client.expect(message(longest));
    }

    @Test
    void shouldCloseTheSocketOfWhoSendsTooMuchInFragments(Confab confab) {
        // given
        ChatClient client = confab.connect(confab.person("alice"));
        // when
        client.raw("{\"type\":\"ping\",\"padding\":\"" + "x".repeat(1_000_000) + "\"}");
        // then
        assertThat(client.awaitClose()).isEqualTo(CloseCode.TOO_BIG.code());
        confab.connect(confab.person("bob")).join("main");
    }

    @Test
    void shouldEndTheConnectionOfWhoAnnouncesAFrameThatIsTooBig(Confab confab) throws IOException {
        // given
        try (var socket = new RawSocket(confab.gateway(), confab.person("alice"))) {
            // when
            socket.write(RawSocket.headOfText(1L << 40, true));
            // then
            assertThat(socket.awaitEnd()).isIn(CloseCode.TOO_BIG.code(), RawSocket.ABNORMAL);
        }
    }

    @Test
    void shouldEndTheConnectionOfWhoDoesNotMask(Confab confab) throws IOException {
        // given
        try (var socket = new RawSocket(confab.gateway(), confab.person("alice"))) {
            // when
            socket.write(RawSocket.headOfText(5, false));
            // then
            assertThat(socket.awaitEnd()).isIn(PROTOCOL_ERROR, RawSocket.ABNORMAL);
        }
    }

    @Test
    void shouldCloseTheSocketOfWhoSendsBinary(Confab confab) {
        // given
        ChatClient client = confab.connect(confab.person("alice"));
        // when
        client.rawBytes(new byte[] {1, 2, 3});
        // then
        assertThat(client.awaitClose()).isEqualTo(CloseCode.POLICY.code());
    }

    @Test
    void shouldSlowDownWhoFloodsAndServeThemAgainLater(Confab confab) {
        // given
        Session alice = confab.person("alice");
        String room = confab.room(alice, "kitchen");
        ChatClient reader = confab.connect(confab.person("bob")).join(room);
        ChatClient flooder = confab.connect(alice).join(room);
        // when
        var flood = IntStream.range(0, 1_200)
                .mapToObj(i -> flooder.submit(ChatClient.message(room, "flood " + i)))
                .toList();
        var answers = flood.stream().map(answer -> answer.join()).toList();
        // then
        var refused = answers.stream().filter(answer -> !answer.isOk()).toList();
        assertThat(refused).isNotEmpty().allSatisfy(answer -> answer.expectError(ErrorCode.RATE_LIMITED));
        assertThat(refused.getLast().json().path("retryAfter").asLong()).isPositive();
        reader.expect(message("flood 0"));
        await().atMost(Patience.LIMIT)
                .until(() -> flooder.ask(ChatClient.message(room, "sorry")).isOk());
        reader.expect(message("sorry"));
        assertThat(reader.history(room).all()).hasSize(answers.size() - refused.size() + 1);
    }

    /** Strings are written in '…', and {@code $n} stands for n characters. */
    private static String json(String text) {
        return Pattern.compile("\\$(\\d+)")
                .matcher(text.replace('\'', '"'))
                .replaceAll(match -> "x".repeat(Integer.parseInt(match.group(1))));
    }
}
