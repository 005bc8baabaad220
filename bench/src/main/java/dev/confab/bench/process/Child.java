package dev.confab.bench.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A Java process of the benchmark's, seen from its parent. It ends when its input does, so also with its parent. */
public final class Child implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Netty's ways to memory and to the system's sockets, as in the stack's own processes. */
    private static final List<String> NATIVE =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private final Process process;
    private final Writer orders;
    private final BufferedReader answers;

    private Child(Process process) {
        this.process = process;
        this.orders = process.outputWriter();
        this.answers = process.inputReader();
    }

    /** @param options of the JVM */
    public static Child start(Class<?> main, List<String> options) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = Stream.of(
                        List.of(java),
                        NATIVE,
                        options,
                        List.of("-cp", System.getProperty("java.class.path"), main.getName()))
                .flatMap(List::stream)
                .toList();
        try {
            return new Child(
                    new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return process.pid();
    }

    /** Tells the process something and waits for what it says to that. */
    public <T> T ask(Object order, Class<T> answer) {
        try {
            orders.write(JSON.writeValueAsString(order) + "\n");
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read(answer);
    }

    /** The next thing the process says. */
    public <T> T read(Class<T> answer) {
        try {
            var line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("a process of the benchmark ended; what it wrote is above");
            }
            return JSON.readValue(line, answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not an answer: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (orders) {
            orders.flush();
        } catch (IOException e) {
            // it is gone already
        }
        process.onExit().join();
    }
}
