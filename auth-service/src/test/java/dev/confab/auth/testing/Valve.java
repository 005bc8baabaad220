package dev.confab.auth.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Passes connections on to a server until it is shut (they break, as if the server had died) or frozen (silence). */
public final class Valve implements AutoCloseable {
    private enum State {
        OPEN,
        FROZEN,
        SHUT
    }

    private final String host;
    private final int serverPort;
    private final ServerSocket listener;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private State state = State.OPEN;

    Valve(String host, int serverPort) {
        this.host = host;
        this.serverPort = serverPort;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    public void open() {
        become(State.OPEN);
    }

    public void freeze() {
        become(State.FROZEN);
    }

    public void shut() {
        become(State.SHUT);
        sockets.forEach(Valve::close);
    }

    @Override
    public void close() {
        shut();
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void become(State next) {
        lock.lock();
        try {
            state = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                sockets.add(client);
                if (awaitThaw()) {
                    connect(client);
                } else {
                    close(client);
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server = new Socket(host, serverPort);
        sockets.add(server);
        Thread.ofVirtual().start(() -> pass(client, server));
        Thread.ofVirtual().start(() -> pass(server, client));
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[8192];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0 && awaitThaw(); count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
        } catch (IOException broken) {
            // either end is gone, so the other one goes too
        }
    }

    /** False if it is shut. */
    private boolean awaitThaw() {
        lock.lock();
        try {
            while (state == State.FROZEN) {
                changed.awaitUninterruptibly();
            }
            return state == State.OPEN;
        } finally {
            lock.unlock();
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyBroken) {
            // as intended
        }
    }
}
