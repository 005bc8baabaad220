package dev.confab.bench.floor;

import dev.confab.bench.process.Child;
import java.net.URI;
import java.util.List;

/** The bare server beside which the stack is measured: a process with the options of a gateway's JVM. */
public final class Floor implements AutoCloseable {
    private final Child child =
            Child.start(FloorMain.class, List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders"));
    private final int port = child.read(Integer.class);

    public long pid() {
        return child.pid();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        child.close();
    }
}
