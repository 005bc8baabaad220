package dev.confab.stack.kafka;

import dev.confab.stack.process.Probe;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;

/** Asks a broker on 127.0.0.1 for the versions it speaks: the one request that needs no client and no rights. A broker
 * accepts connections from early on, but answers only when it has started. */
public record KafkaProbe(int port) implements Probe {
    private static final int PATIENCE_MILLIS = 1000;
    private static final short API_VERSIONS = 18;

    @Override
    public boolean answers() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request());
            return new DataInputStream(socket.getInputStream()).readInt() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Length, then key, version 0, correlation id and "no client id". */
    private static byte[] request() {
        return ByteBuffer.allocate(14)
                .putInt(10)
                .putShort(API_VERSIONS)
                .putShort((short) 0)
                .putInt(1)
                .putShort((short) -1)
                .array();
    }
}
