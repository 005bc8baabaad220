package dev.confab.systemtests.socket;

import static dev.confab.systemtests.socket.RawSocket.BINARY;
import static dev.confab.systemtests.socket.RawSocket.CLOSE;
import static dev.confab.systemtests.socket.RawSocket.CONTINUATION;
import static dev.confab.systemtests.socket.RawSocket.PING;
import static dev.confab.systemtests.socket.RawSocket.PONG;
import static dev.confab.systemtests.socket.RawSocket.TEXT;
import static dev.confab.systemtests.socket.RawSocket.fragment;
import static dev.confab.systemtests.socket.RawSocket.frame;
import static dev.confab.systemtests.socket.RawSocket.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.confab.systemtests.Confab;
import dev.confab.systemtests.SystemTest;
import dev.confab.systemtests.client.Session;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6455 as seen from its bytes, in the groups of the Autobahn test suite. */
@SystemTest
class ConformanceTest {
    private static final String COMMAND = "{\"type\":\"ping\",\"ref\":\"é🦊\"}";
    private static @Nullable Session person;

    /** What a client sends, and the code of the close frame that it gets. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Violation(String name, int code, byte[] bytes) {
        @Override
        public String toString() {
            return name + " -> " + code;
        }
    }

    static Stream<Violation> violations() {
        var all = new ArrayList<Violation>();
        for (int rsv : new int[] {0x40, 0x20, 0x10, 0x70}) {
            all.add(new Violation("3 reserved bits %02x".formatted(rsv), 1002, frame(0x81 | rsv, bytes("x"), true)));
        }
        for (int opcode : new int[] {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
            all.add(new Violation("4 opcode " + opcode, 1002, frame(opcode, bytes("x"))));
        }
        all.add(new Violation("1 binary, which is not spoken here", 1008, frame(BINARY, new byte[] {1})));
        all.add(new Violation("2 ping of 126 bytes", 1002, frame(PING, new byte[126])));
        all.add(new Violation("2 ping in fragments", 1002, fragment(PING, bytes("x"))));
        all.add(new Violation("5 pong in fragments", 1002, fragment(PONG, bytes("x"))));
        all.add(new Violation("5 continuation of nothing", 1002, frame(CONTINUATION, bytes("x"))));
        all.add(new Violation("5 text within text", 1002, join(fragment(TEXT, bytes("{")), frame(TEXT, bytes("}")))));
        all.add(new Violation("5 not masked", 1002, frame(0x81, bytes("x"), false)));
        for (String hex : List.of("ff", "c0af", "e080af", "eda080", "f4908080", "f8888080af", "ce", "80", "cebae1bd")) {
            all.add(new Violation("6 " + hex, 1007, frame(TEXT, hex(hex))));
        }
        all.add(new Violation(
                "6 in the second fragment",
                1007,
                join(fragment(TEXT, hex("cebae1")), frame(CONTINUATION, hex("edbf")))));
        all.add(new Violation("7 close of one byte", 1002, frame(CLOSE, new byte[1])));
        all.add(new Violation("7 reason is no UTF-8", 1007, frame(CLOSE, hex("03e8c0af"))));
        all.add(new Violation("7 close of 126 bytes", 1002, frame(CLOSE, new byte[126])));
        for (int code : new int[] {0, 999, 1004, 1005, 1006, 1016, 1100, 2000, 2999}) {
            all.add(new Violation("7 close with " + code, 1002, frame(CLOSE, code(code))));
        }
        all.add(new Violation("9 frame over 64 KB", 1009, frame(TEXT, new byte[65_537])));
        all.add(new Violation("9 frame of a terabyte", 1009, RawSocket.headOfText(1L << 40, true)));
        all.add(new Violation(
                "9 message over 64 KB",
                1009,
                join(fragment(TEXT, bytes(" ".repeat(40_000))), frame(CONTINUATION, bytes(" ".repeat(40_000))))));
        return all.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("violations")
    void shouldCloseWithTheCodeOfTheViolation(Violation violation, Confab confab) throws IOException {
        // given
        try (var socket = open(confab)) {
            // when
            socket.write(violation.bytes());
            // then
            assertThat(socket.awaitEnd()).isEqualTo(violation.code());
        }
    }

    @ParameterizedTest(name = "1 of {0} bytes")
    @ValueSource(ints = {0, 1, 125, 126, 127, 128, 32_767, 65_535, 65_536})
    void shouldTakeATextOfAnyLength(int length, Confab confab) throws IOException {
        // given
        try (var socket = open(confab)) {
            // when
            socket.write(text(" ".repeat(length)));
            // then
            socket.awaitText("\"code\":\"malformed\"");
            assertAlive(socket);
        }
    }

    @ParameterizedTest(name = "2 of {0} bytes")
    @ValueSource(ints = {0, 1, 124, 125})
    void shouldAnswerAPingWithItsPayload(int length, Confab confab) throws IOException {
        // given
        byte[] payload = new byte[length];
        Arrays.fill(payload, (byte) 0xfe);
        try (var socket = open(confab)) {
            // when
            socket.write(frame(PING, payload));
            // then
            assertThat(socket.await(PONG).payload()).isEqualTo(payload);
        }
    }

    static Stream<List<byte[]>> fragments() {
        byte[] whole = bytes(COMMAND);
        var octets = new ArrayList<byte[]>();
        octets.add(fragment(TEXT, new byte[0]));
        IntStream.range(0, whole.length)
                .forEach(i -> octets.add(fragment(CONTINUATION, Arrays.copyOfRange(whole, i, i + 1))));
        octets.add(frame(CONTINUATION, new byte[0]));
        byte[] head = Arrays.copyOf(whole, 10);
        byte[] tail = Arrays.copyOfRange(whole, 10, whole.length);
        return Stream.of(
                List.of(fragment(TEXT, head), frame(CONTINUATION, tail)),
                List.of(fragment(TEXT, head), frame(PING, bytes("between")), frame(CONTINUATION, tail)),
                List.of(fragment(TEXT, head), frame(PONG, new byte[0]), frame(CONTINUATION, tail)),
                octets);
    }

    @ParameterizedTest(name = "5 in {0}")
    @MethodSource("fragments")
    void shouldPutFragmentsTogetherWhateverComesBetween(List<byte[]> fragments, Confab confab) throws IOException {
        // given
        try (var socket = open(confab)) {
            // when
            for (byte[] fragment : fragments) {
                socket.write(fragment);
            }
            // then
            socket.awaitText("\"ref\":\"é🦊\"");
        }
    }

    @ParameterizedTest(name = "7 with {0}")
    @ValueSource(ints = {1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999})
    void shouldAnswerACloseWithItsCode(int code, Confab confab) throws IOException {
        // given
        try (var socket = open(confab)) {
            // when
            socket.write(join(frame(CLOSE, join(code(code), bytes("bye"))), frame(PING, new byte[0])));
            // then
            assertThat(socket.awaitEnd()).isEqualTo(code);
        }
    }

    private static void assertAlive(RawSocket socket) throws IOException {
        socket.write(text("{\"type\":\"ping\",\"ref\":\"alive\"}"));
        socket.awaitText("\"ref\":\"alive\"");
    }

    private static synchronized RawSocket open(Confab confab) throws IOException {
        Session known = person == null ? confab.person("autobahn") : person;
        person = known;
        var socket = new RawSocket(confab.gateway(), known);
        socket.awaitText("\"welcome\"");
        return socket;
    }

    @AfterAll
    static synchronized void forget() {
        person = null;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] code(int code) {
        return ByteBuffer.allocate(2).putShort((short) code).array();
    }

    private static byte[] hex(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
