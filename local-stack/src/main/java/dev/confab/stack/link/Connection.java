package dev.confab.stack.link;

import java.io.IOException;
import java.net.Socket;
import java.net.StandardSocketOptions;

/** Carries bytes both ways between two sockets until both directions have ended. An end is passed on as what it was: a
 * shutdown of one direction, or a reset. */
final class Connection {
    private static final int BUFFER_BYTES = 16 * 1024;

    private final Socket client;
    private final Socket target;
    private final Gate gate;

    Connection(Socket client, Socket target, Gate gate) {
        this.client = client;
        this.target = target;
        this.gate = gate;
    }

    /** Returns when it has ended. */
    void carry() throws InterruptedException {
        var back = Thread.startVirtualThread(() -> carry(target, client));
        carry(client, target);
        back.join();
        reset(client);
        reset(target);
    }

    private void carry(Socket from, Socket to) {
        var buffer = new byte[BUFFER_BYTES];
        try {
            for (int count = from.getInputStream().read(buffer);
                    count >= 0;
                    count = from.getInputStream().read(buffer)) {
                gate.pass();
                to.getOutputStream().write(buffer, 0, count);
            }
            gate.pass();
            to.shutdownOutput();
        } catch (IOException e) {
            resetBoth();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Nobody hears of an end, either, while nothing gets through. */
    private void resetBoth() {
        try {
            gate.pass();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reset(client);
        reset(target);
    }

    static void reset(Socket socket) {
        try (socket) {
            if (!socket.isClosed()) {
                // closing does not wait and says RST where something is left to say
                socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            }
        } catch (IOException e) {
            // it is gone
        }
    }
}
