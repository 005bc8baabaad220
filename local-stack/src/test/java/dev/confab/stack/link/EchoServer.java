package dev.confab.stack.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Says its name to whoever connects, then repeats what it hears. */
final class EchoServer implements AutoCloseable {
    private final ServerSocket server;
    private final byte name;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Thread acceptor;

    EchoServer(char name) throws IOException {
        this.name = (byte) name;
        this.server = new ServerSocket();
        server.bind(new InetSocketAddress("127.0.0.1", 0));
        acceptor = Thread.startVirtualThread(this::accept);
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    private void accept() {
        try {
            while (true) {
                var socket = server.accept();
                sockets.add(socket);
                Thread.startVirtualThread(() -> echo(socket));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void echo(Socket socket) {
        try (socket) {
            socket.getOutputStream().write(name);
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException e) {
            // the other end is gone
        }
    }

    /** Nobody gets through any more: the system closes a listener only when {@code accept} has returned. */
    @Override
    public void close() {
        try {
            server.close();
            acceptor.join();
            for (var socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
