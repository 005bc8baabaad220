package dev.confab.stack.database;

import dev.confab.stack.process.Probe;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A server that takes connections speaks first, so one byte of its greeting tells it from one that is stopped. */
public record DatabaseProbe(String host, int port) implements Probe {
    private static final int PATIENCE_MILLIS = 1000;

    @Override
    public boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            return socket.getInputStream().read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }
}
