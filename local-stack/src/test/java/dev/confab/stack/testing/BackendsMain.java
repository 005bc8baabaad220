package dev.confab.stack.testing;

import java.io.IOException;

/** A test's process that a test can kill: starts backends, says so, and stays until its input ends. */
final class BackendsMain {
    private BackendsMain() {}

    public static void main(String[] arguments) throws IOException {
        try (var backends = Backends.start("confab_room")) {
            System.out.println(backends.kafkaServers());
            int _ = System.in.read();
        }
    }
}
