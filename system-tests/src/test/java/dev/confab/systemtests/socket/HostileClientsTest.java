package dev.confab.systemtests.socket;

import static dev.confab.systemtests.client.FrameMatcher.message;
import static dev.confab.systemtests.socket.RawSocket.PING;
import static dev.confab.systemtests.socket.RawSocket.frame;
import static dev.confab.systemtests.socket.RawSocket.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.confab.protocol.CloseCode;
import dev.confab.protocol.ErrorCode;
import dev.confab.stack.testing.TestStack;
import dev.confab.systemtests.Confab;
import dev.confab.systemtests.client.Answer;
import dev.confab.systemtests.client.Api;
import dev.confab.systemtests.client.ChatClient;
import dev.confab.systemtests.client.Patience;
import dev.confab.systemtests.client.Session;
import dev.confab.systemtests.client.Users;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Slow and hostile clients hurt nobody: they are ended, and others talk on meanwhile. With the bounds that are the default. */
@TestMethodOrder(OrderAnnotation.class)
class HostileClientsTest {
    private static final int PER_ADDRESS = 100;
    private static final int ROOMS = 10;
    private static final int STREAMS = 20;
    private static final int DEAF = 6;
    /** Bytes of a body; a gateway has room for sixty of them at the same time. */
    private static final int LARGE = 500_000;
    /** More than a gateway has connections to a service, twice over. */
    private static final int HALVES = 600;

    private static TestStack stack;
    private static Confab confab;
    private static Session alice;
    private static Session bob;
    private static Session mallory;

    private String room;
    private ChatClient writer;
    private ChatClient reader;
    private int logged;

    @BeforeAll
    static void start() {
        stack = TestStack.start(TestStack.options()
                .withEnvironment("auth-service", "confab.registration.per-minute", "5")
                .withEnvironment("auth-service", "confab.passwords.cost", "4")
                .withEnvironment("gateway", "confab.limits.sends", "1000")
                .withEnvironment("gateway", "confab.limits.send-burst", "2000")
                .withEnvironment("gateway", "confab.limits.rooms", Integer.toString(ROOMS))
                .withEnvironment("gateway", "confab.streams.per-user", Integer.toString(STREAMS))
                .withEnvironment("gateway", "confab.sockets.ping-after", "1s")
                .withEnvironment("gateway", "confab.sockets.close-after", "8s")
                .withEnvironment("gateway", "confab.connections.answer-within", "8s")
                .withEnvironment("gateway", "confab.connections.per-address", Integer.toString(PER_ADDRESS)));
        confab = new Confab(stack);
        alice = confab.person("alice");
        bob = confab.person("bob");
        mallory = confab.person("mallory");
    }

    @AfterAll
    static void stop() {
        confab.close();
        stack.close();
    }

    @BeforeEach
    void talk() {
        logged = stack.logs("gateway-1").length();
        room = confab.room(alice, "kitchen");
        writer = confab.connect(alice).join(room);
        reader = confab.connect(bob).join(room);
    }

    /** Whatever somebody did, the others talk on, and the log has no room for it. */
    @AfterEach
    void stillTalk() {
        writer.send("still here");
        reader.expect(message("still here"));
        writer.close();
        reader.close();
        assertThat(stack.logs("gateway-1").substring(logged))
                .doesNotContain(" ERROR ", "ServerBootstrap", "is not answered");
    }

    @Test
    void shouldEndWhoNeverReadsWhileTheOthersGoOn() throws IOException {
        // given
        double before = metric("confab_sockets_closed_total{code=\"4008\"");
        try (var deaf = new RawSocket(confab.gateway(), mallory, 4_096)) {
            deaf.write(text("{\"type\":\"join\",\"room\":\"" + room + "\"}"));
            // when
            String longest = "🦊".repeat(4_000);
            int sent = 0;
            while (metric("confab_sockets_closed_total{code=\"4008\"") == before && sent < 2_000) {
                sent += sendWhatIsLet(longest);
            }
            // then
            assertThat(deaf.awaitEnd()).isEqualTo(CloseCode.TOO_SLOW.code());
        }
    }

    @Test
    void shouldCutOffWhoOpensEventStreamsAndReadsNoneWhileTheOthersGoOn() throws IOException {
        // given
        double before = metric("confab_streams_cut_off_total ");
        List<Socket> deaf = new ArrayList<>();
        for (int i = 0; i < DEAF; i++) {
            deaf.add(openEvents(mallory, 4_096));
        }
        await().atMost(Patience.LIMIT).until(() -> metric("confab_streams ") == DEAF);
        // when
        String longest = "🦊".repeat(4_000);
        int sent = 0;
        while (metric("confab_streams_cut_off_total ") < before + DEAF && sent < 4_000) {
            sent += sendWhatIsLet(longest);
        }
        // then
        assertThat(metric("confab_streams_cut_off_total ")).isEqualTo(before + DEAF);
        await().atMost(Patience.LIMIT).until(() -> metric("confab_streams ") == 0);
        for (Socket socket : deaf) {
            socket.close();
        }
    }

    @Test
    void shouldNotMindWhoResetsAnEventStream() throws IOException {
        for (int i = 0; i < 20; i++) {
            // given
            Socket hasty = openEvents(mallory, 4_096);
            await().atMost(Patience.LIMIT).until(() -> metric("confab_streams ") == 1);
            // when
            hasty.setSoLinger(true, 0);
            hasty.close();
            writer.send("to whoever is there " + i);
            // then: nothing is logged, see below
            await().atMost(Patience.LIMIT).until(() -> metric("confab_streams ") == 0);
        }
    }

    @Test
    void shouldLetSomebodyReadOnlySoManyEventStreams() throws IOException {
        // given
        List<Socket> streams = new ArrayList<>();
        for (int i = 0; i < STREAMS; i++) {
            streams.add(openEvents(mallory, 4_096));
        }
        await().atMost(Patience.LIMIT).until(() -> metric("confab_streams ") == STREAMS);
        // when
        Answer answer = confab.api(mallory).get(Api.path("/api/rooms/{}/events", room));
        // then
        answer.expectProblem(ErrorCode.RATE_LIMITED);
        for (Socket socket : streams) {
            socket.close();
        }
        await().atMost(Patience.LIMIT).until(() -> metric("confab_streams ") == 0);
    }

    @Test
    void shouldRefuseWhoFloodsAndThenEndThem() throws IOException {
        // given
        try (var flooder = new RawSocket(confab.gateway(), mallory)) {
            var end = CompletableFuture.supplyAsync(() -> end(flooder));
            // when
            byte[] commands = repeated(text("{\"type\":\"ping\"}"), 100);
            writeUntilClosed(flooder, commands);
            // then
            assertThat(end.join()).isEqualTo(CloseCode.POLICY.code());
        }
    }

    @Test
    void shouldEndWhoFloodsWithPings() throws IOException {
        // given
        try (var flooder = new RawSocket(confab.gateway(), mallory)) {
            var end = CompletableFuture.supplyAsync(() -> end(flooder));
            // when
            writeUntilClosed(flooder, repeated(frame(PING, new byte[125]), 100));
            // then
            assertThat(end.join()).isEqualTo(CloseCode.POLICY.code());
        }
    }

    @Test
    void shouldForgetWhoDoesNotAnswerPings() throws IOException {
        // given
        double before = metric("confab_connections ");
        try (var silent = new RawSocket(confab.gateway(), mallory)) {
            await().until(() -> metric("confab_connections ") > before);
            // when
            int end = silent.awaitEnd();
            // then
            assertThat(end).isIn(1000, RawSocket.ABNORMAL);
            await().atMost(Patience.LIMIT).until(() -> metric("confab_connections ") <= before);
        }
    }

    @Test
    void shouldCutOffWhoSendsTheHeadOfARequestByteByByte() throws IOException {
        // given
        URI address = URI.create(confab.gateway());
        try (var slow = new Socket(address.getHost(), address.getPort())) {
            slow.getOutputStream().write("GET /ws HTTP/1.1\r\nX-Slow: ".getBytes("US-ASCII"));
            // when / then
            await().atMost(Patience.LIMIT).pollInterval(Duration.ofMillis(100)).until(() -> isCutOff(slow));
        }
    }

    @Test
    void shouldAskServicesNothingOnBehalfOfWhoSendsHalfARequest() throws IOException {
        // given
        List<Socket> halves = new ArrayList<>();
        for (int i = 0; i < HALVES; i++) {
            var half = connect("127.0.0." + (2 + i / (PER_ADDRESS - 20)));
            half.getOutputStream().write(request("POST /api/auth/login", "{\"username\":", 1_000));
            halves.add(half);
        }
        // when
        Session again = Users.login(confab.gateway(), alice.username(), Users.PASSWORD);
        // then
        assertThat(again.username()).isEqualTo(alice.username());
        for (Socket half : halves) {
            half.close();
        }
    }

    @Test
    void shouldBoundWhatHalfRequestsTake() throws IOException {
        // given
        byte[] half = request("POST /api/auth/login", "x".repeat(LARGE), LARGE + 1);
        List<Socket> halves = new ArrayList<>();
        for (int i = 0; i < PER_ADDRESS - 20; i++) {
            halves.add(connect("127.0.0.2"));
        }
        // when
        for (Socket socket : halves) {
            socket.getOutputStream().write(half);
        }
        // then
        await().atMost(Patience.LIMIT).until(() -> halves.stream().anyMatch(HostileClientsTest::isAnswered));
        List<Socket> answered =
                halves.stream().filter(HostileClientsTest::isAnswered).toList();
        assertThat(firstLine(answered.getFirst())).endsWith("503 Service Unavailable");
        assertThat(Users.login(confab.gateway(), alice.username(), Users.PASSWORD)
                        .username())
                .isEqualTo(alice.username());
        for (Socket socket : halves) {
            socket.close();
        }
        await().atMost(Patience.LIMIT).until(HostileClientsTest::statusOfALargeRequest, status -> status != 503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/rooms", "POST /api/rooms", "PUT /api/rooms/kitchen/read", "GET /ws"})
    void shouldNotMindWhoLeavesWithoutWaitingForTheAnswer(String line) throws IOException {
        // given
        byte[] whole = request(line, "{}", 2);
        byte[] half = request(line, "{}", 1_000);
        for (int i = 0; i < 100; i++) {
            try (Socket hasty = connect("127.0.0.1")) {
                // when
                hasty.setSoLinger(i % 2 == 0, 0);
                hasty.getOutputStream().write(i % 3 == 0 ? half : whole);
            }
        }
        // then
        await().atMost(Patience.LIMIT)
                .until(() -> confab.stranger().get("/api/rooms").status() == 401);
    }

    @Test
    void shouldPassOnAHandshakeToTheApiAsAnyOtherRequest() throws IOException {
        // given
        byte[] handshake = RawSocket.handshake(
                "GET /api/rooms",
                confab.gateway(),
                "Cookie: confab_access_%d=%s"
                        .formatted(URI.create(confab.gateway()).getPort(), mallory.accessToken()));
        try (Socket socket = connect("127.0.0.1")) {
            // when
            socket.getOutputStream().write(handshake);
            // then: as it came, the request had no bearer token
            assertThat(firstLine(socket)).isEqualTo("HTTP/1.1 200 OK");
        }
    }

    @Test
    void shouldCutOffWhoConnectsAndSaysNothing() throws IOException {
        // given
        URI address = URI.create(confab.gateway());
        try (var silent = new Socket(address.getHost(), address.getPort())) {
            silent.setSoTimeout((int) Patience.LIMIT.toMillis());
            // when / then
            assertThat(silent.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void shouldLetAConnectionIntoSoManyRoomsHoweverFastItJoins() {
        // given
        ChatClient greedy = confab.connect(mallory);
        List<String> rooms = new ArrayList<>();
        for (int i = 0; i < ROOMS + 5; i++) {
            rooms.add(confab.room(alice, "room" + i));
        }
        // when
        var answers = rooms.stream()
                .map(name -> greedy.submit(ChatClient.joining(name)))
                .toList();
        // then
        var refused = answers.stream()
                .map(CompletableFuture::join)
                .filter(answer -> !answer.isOk())
                .toList();
        assertThat(refused).hasSize(5).allSatisfy(answer -> answer.expectError(ErrorCode.CONFLICT));
        greedy.close();
    }

    @Test
    void shouldTakeOnlySoManyConnectionsFromOneAddress() throws IOException {
        // given
        URI address = URI.create(confab.gateway());
        List<Socket> sockets = new ArrayList<>();
        double before = metric("confab_connections_refused_total ");
        // when
        for (int i = 0; i < PER_ADDRESS + 20; i++) {
            sockets.add(new Socket(address.getHost(), address.getPort()));
        }
        // then
        await().atMost(Patience.LIMIT).until(() -> metric("confab_connections_refused_total ") >= before + 20);
        for (Socket socket : sockets) {
            socket.close();
        }
        await().atMost(Patience.LIMIT).ignoreExceptions().until(() -> confab.connect(mallory) != null);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void shouldThrottleWhoMakesAccountAfterAccount() {
        // given
        Api stranger = confab.stranger();
        Answer answer;
        int made = 0;
        // when
        do {
            answer = stranger.post(
                    "/api/auth/register", Map.of("username", Users.fresh("bot"), "password", Users.PASSWORD));
        } while (answer.status() == 201 && ++made < 50);
        // then
        answer.expectProblem(ErrorCode.RATE_LIMITED);
        // five at once, and one more in each twelve seconds that this takes
        assertThat(made).isLessThanOrEqualTo(10);
    }

    /** @param window bytes that the system takes in for a client that does not read */
    private Socket openEvents(Session reader, int window) throws IOException {
        String events = Api.path("/api/rooms/{}/events", room);
        confab.api(reader).post(Api.path("/api/rooms/{}/join", room), Map.of()).expect(200);
        URI address = URI.create(confab.gateway());
        Socket socket = new Socket();
        socket.setReceiveBufferSize(window);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        socket.getOutputStream()
                .write("GET %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\n\r\n"
                        .formatted(events, address.getAuthority(), reader.accessToken())
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Sends as fast as is let, and hears it come to the reader; returns how many. */
    private int sendWhatIsLet(String text) {
        int sent = 0;
        while (sent < 40 && writer.ask(ChatClient.message(room, text)).isOk()) {
            reader.expect(message(text));
            sent++;
        }
        return Math.max(1, sent);
    }

    private static int statusOfALargeRequest() {
        return confab.stranger()
                .post("/api/auth/login", Map.of("username", "x".repeat(LARGE / 2), "password", Users.PASSWORD))
                .status();
    }

    private static boolean isAnswered(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstLine(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)).readLine();
    }

    /** From an address of this machine, of which there are many. */
    private static Socket connect(String from) throws IOException {
        URI address = URI.create(confab.gateway());
        return new Socket(address.getHost(), address.getPort(), InetAddress.getByName(from), 0);
    }

    /** @param length which the request says that its body has */
    private static byte[] request(String line, String body, int length) {
        String headers = "Authorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d"
                .formatted(mallory.accessToken(), length);
        byte[] head = RawSocket.handshake(line, confab.gateway(), headers);
        return ByteBuffer.allocate(head.length + body.length())
                .put(head)
                .put(body.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static boolean isCutOff(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            socket.setSoTimeout(1);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException gone) {
            return true;
        }
    }

    private static int end(RawSocket socket) {
        try {
            return socket.awaitEnd();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void writeUntilClosed(RawSocket socket, byte[] bytes) throws IOException {
        try {
            for (int i = 0; i < 10_000; i++) {
                socket.write(bytes);
            }
        } catch (SocketException closed) {
            // as it should
        }
    }

    private static byte[] repeated(byte[] frame, int times) {
        byte[] all = new byte[frame.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(frame, 0, all, i * frame.length, frame.length);
        }
        return all;
    }

    /** The value of a metric of the gateway, by the beginning of its line. */
    private static double metric(String line) {
        return new Api(stack.managementUrl("gateway-1"))
                .get("/q/metrics")
                .expect(200)
                .bodyText()
                .lines()
                .filter(text -> text.startsWith(line))
                .mapToDouble(text -> Double.parseDouble(text.substring(text.lastIndexOf(' ') + 1)))
                .sum();
    }
}
