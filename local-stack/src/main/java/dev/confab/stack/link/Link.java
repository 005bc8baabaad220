package dev.confab.stack.link;

import dev.confab.stack.StackException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A port of 127.0.0.1 behind which is another address, or several that take connections in turn. While none of them
 * accepts, this port does not either. Thread-safe.
 */
public final class Link implements AutoCloseable {
    private static final int CONNECT_MILLIS = 1000;
    private static final int RETRY_MILLIS = 50;

    private final int port;
    private final List<InetSocketAddress> targets;
    private final AtomicInteger turn = new AtomicInteger();
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Gate gate = new Gate();
    private volatile boolean refusing;
    private volatile boolean closed;
    private Optional<ServerSocket> listener = Optional.empty();

    private Link(int port, List<InetSocketAddress> targets) {
        this.port = port;
        this.targets = List.copyOf(targets);
    }

    /** @param port where to listen; it is taken as soon as one of the targets accepts connections */
    public static Link open(int port, List<InetSocketAddress> targets) {
        var link = new Link(port, targets);
        Thread.ofVirtual().name("link " + port).start(link::run);
        return link;
    }

    public void cut(Cut how) {
        switch (how) {
            case SILENT -> gate.shut();
            case RESET -> {
                refusing = true;
                refuse();
                sockets.forEach(Connection::reset);
            }
        }
    }

    public void mend() {
        refusing = false;
        gate.open();
    }

    /** Ends everything; it can't be opened again. */
    @Override
    public void close() {
        closed = true;
        refuse();
        gate.open();
        sockets.forEach(Connection::reset);
    }

    private void run() {
        try {
            while (!closed) {
                if (!refusing && someoneAccepts()) {
                    listen();
                }
                Thread.sleep(RETRY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean someoneAccepts() {
        var probe = connect();
        probe.ifPresent(Connection::reset);
        return probe.isPresent();
    }

    /** Until nobody is there any more to connect to, or nobody may. */
    private void listen() {
        try (var server = new ServerSocket()) {
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            listens(Optional.of(server));
            while (!refusing && !closed) {
                var client = server.accept();
                Thread.startVirtualThread(() -> serve(client));
            }
        } catch (IOException e) {
            // closed by refuse(), or somebody still has the port
        } finally {
            listens(Optional.empty());
        }
    }

    private synchronized void listens(Optional<ServerSocket> now) {
        listener = now;
        notifyAll();
    }

    /** Returns when the port is free: the system closes a listener only when {@code accept} has returned. */
    private synchronized void refuse() {
        try {
            while (listener.isPresent()) {
                listener.get().close();
                wait(RETRY_MILLIS);
            }
        } catch (IOException e) {
            throw new StackException("port %d can't be closed: %s".formatted(port, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket client) {
        sockets.add(client);
        try {
            client.setTcpNoDelay(true);
            gate.pass();
            var target = connect();
            if (target.isEmpty()) {
                refuse();
            } else {
                sockets.add(target.get());
                if (!refusing && !closed) {
                    new Connection(client, target.get(), gate).carry();
                }
                sockets.remove(target.get());
                Connection.reset(target.get());
            }
        } catch (SocketException e) {
            // gone already
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(client);
            Connection.reset(client);
        }
    }

    /** To the first that accepts, beginning with the one whose turn it is. */
    private Optional<Socket> connect() {
        int first = Math.floorMod(turn.getAndIncrement(), targets.size());
        for (int i = 0; i < targets.size(); i++) {
            var socket = new Socket();
            try {
                socket.setTcpNoDelay(true);
                socket.connect(targets.get((first + i) % targets.size()), CONNECT_MILLIS);
                return Optional.of(socket);
            } catch (IOException e) {
                Connection.reset(socket);
            }
        }
        return Optional.empty();
    }
}
