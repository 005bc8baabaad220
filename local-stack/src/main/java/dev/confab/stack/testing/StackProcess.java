package dev.confab.stack.testing;

import dev.confab.stack.Checkout;
import dev.confab.stack.StackException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The test's end of the child process that runs the stack ({@link ControlledStack}). Both speak in lines: first the
 * options, then the facts about what was started, then commands, each with its answer. The child ends when its input
 * does, so also when the test's process is killed.
 */
final class StackProcess implements AutoCloseable {
    private final Process process;
    private final Writer commands;
    private final BufferedReader answers;
    private final Map<String, String> values = new HashMap<>();

    private StackProcess(Process process) {
        this.process = process;
        this.commands = process.outputWriter();
        this.answers = process.inputReader();
    }

    static StackProcess start(Map<String, String> options) {
        var checkout = Checkout.around(Path.of(""));
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                checkout.classPath(),
                ControlledStack.class.getName(),
                checkout.root().toString());
        StackProcess started;
        try {
            started = new StackProcess(
                    new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
        } catch (IOException e) {
            throw new StackException("the stack's process can't be started: " + e.getMessage(), e);
        }
        started.handOver(options);
        return started;
    }

    private void handOver(Map<String, String> options) {
        try {
            for (var option : options.entrySet()) {
                commands.write(Line.of(option.getKey(), option.getValue()) + "\n");
            }
            var server = System.getProperty("confab.test.database", "");
            if (!server.isBlank()) {
                commands.write(Line.of("database", server) + "\n");
            }
            commands.write("go\n");
            commands.flush();
            for (var line = answer(); !line.name().equals("ready"); line = answer()) {
                values.put(line.name(), line.value());
            }
        } catch (IOException | StackException e) {
            close();
            throw e instanceof StackException known ? known : new StackException("the stack's process ended", e);
        }
    }

    /** A fact that the child told when everything was ready. */
    String value(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new StackException("this stack has no " + name);
        }
        return value;
    }

    /** The facts whose names begin so, by what follows. */
    Map<String, Object> values(String prefix) {
        var found = new HashMap<String, Object>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        if (found.isEmpty()) {
            throw new StackException("this stack has no " + prefix);
        }
        return found;
    }

    synchronized String ask(String command) {
        try {
            commands.write(command + "\n");
            commands.flush();
            return answer().value();
        } catch (IOException e) {
            throw new StackException("the stack's process is gone", e);
        }
    }

    private Line answer() throws IOException {
        var text = answers.readLine();
        if (text == null) {
            throw new StackException("the stack's process ended; what it wrote is above");
        }
        var line = Line.parse(text);
        if (line.name().equals("error")) {
            throw new StackException(line.value());
        }
        return line;
    }

    @Override
    public void close() {
        try (commands) {
            commands.flush();
        } catch (IOException e) {
            // it is gone already
        }
        process.onExit().join();
    }
}
