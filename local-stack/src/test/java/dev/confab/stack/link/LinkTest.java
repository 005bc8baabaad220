package dev.confab.stack.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LinkTest {
    private static final int SILENCE_MILLIS = 150;
    private static final int LONG_MILLIS = 10_000;

    private final EchoServer a;
    private final EchoServer b;
    private final int port;
    private Link link;

    LinkTest() throws IOException {
        a = new EchoServer('a');
        b = new EchoServer('b');
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
    }

    @BeforeEach
    void open() {
        link = Link.open(port, List.of(a.address(), b.address()));
    }

    @AfterEach
    void close() {
        link.close();
        a.close();
        b.close();
    }

    @Test
    void shouldGiveConnectionsToAllTargetsInTurn() throws IOException {
        Set<Integer> heard = new HashSet<>();
        for (int i = 0; i < 2; i++) {
            try (var socket = connect()) {
                heard.add(socket.getInputStream().read());
            }
        }
        assertThat(heard).containsExactlyInAnyOrder((int) 'a', (int) 'b');
    }

    @Test
    void shouldPassOverATargetThatIsGone() throws IOException {
        try (var socket = connect()) {
            assertThat(socket.getInputStream().read()).isIn((int) 'a', (int) 'b');
        }
        a.close();
        for (int i = 0; i < 3; i++) {
            try (var socket = connect()) {
                assertThat(socket.getInputStream().read()).isEqualTo('b');
            }
        }
    }

    @Test
    void shouldRefuseWhenNobodyIsThere() throws IOException {
        connect().close();
        a.close();
        b.close();
        // who comes first finds out
        assertThatThrownBy(() -> {
                    while (true) {
                        try (var socket = new Socket("127.0.0.1", port)) {
                            assertThatEnds(socket);
                        }
                    }
                })
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void shouldPassOnThatTheTargetHasEnded() throws IOException {
        try (var socket = connect()) {
            socket.getInputStream().read();
            a.close();
            b.close();
            assertThatEnds(socket);
        }
    }

    @Test
    void shouldHoldEverythingBackWhileItIsCutSilently() throws IOException {
        try (var socket = connect()) {
            socket.getInputStream().read();
            link.cut(Cut.SILENT);
            socket.getOutputStream().write('x');
            assertThatNothingComes(socket);
            try (var other = connect()) {
                assertThatNothingComes(other);
                link.mend();
                assertThat(socket.getInputStream().read()).isEqualTo('x');
                assertThat(other.getInputStream().read()).isIn((int) 'a', (int) 'b');
            }
        }
    }

    @Test
    void shouldResetAndRefuseWhileItIsCutSo() throws IOException {
        try (var socket = connect()) {
            socket.getInputStream().read();
            link.cut(Cut.RESET);
            assertThatEnds(socket);
        }
        assertThatThrownBy(() -> new Socket("127.0.0.1", port)).isInstanceOf(ConnectException.class);
        link.mend();
        connect().close();
    }

    /** As soon as it listens. */
    private Socket connect() throws IOException {
        while (true) {
            try {
                var socket = new Socket("127.0.0.1", port);
                socket.setSoTimeout(LONG_MILLIS);
                return socket;
            } catch (SocketException e) {
                Thread.yield();
            }
        }
    }

    private static void assertThatNothingComes(Socket socket) throws IOException {
        socket.setSoTimeout(SILENCE_MILLIS);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(LONG_MILLIS);
    }

    private static void assertThatEnds(Socket socket) throws IOException {
        try {
            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        } catch (SocketException e) {
            assertThat(e).hasMessageContaining("reset");
        }
    }
}
