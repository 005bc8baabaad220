package dev.confab.message.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between the service and its database, and can be shut: the database is then away. */
public final class DatabaseGate implements AutoCloseable {
    private final ServerSocket server;
    private final String host;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean shut;

    DatabaseGate(String host, int port) {
        this.host = host;
        this.port = port;
        try {
            server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Breaks all connections and lets no new one through. */
    public void shut() {
        shut = true;
        sockets.forEach(DatabaseGate::closeQuietly);
    }

    public void open() {
        shut = false;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                sockets.add(client);
                if (shut) {
                    closeQuietly(client);
                } else {
                    connect(client);
                }
            } catch (IOException e) {
                // closed, or a connection that was lost at once
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket database = new Socket(host, port);
        database.setTcpNoDelay(true);
        client.setTcpNoDelay(true);
        sockets.add(database);
        Thread.ofVirtual().start(() -> pump(client, database));
        Thread.ofVirtual().start(() -> pump(database, client));
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // shut
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // it is gone already
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        shut();
    }
}
