package dev.confab.stack.testing;

import dev.confab.stack.run.DataFolder;
import dev.confab.stack.run.Stack;
import dev.confab.stack.run.StackLock;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The child process of {@link StackProcess}: runs a stack in a temporary folder until its input ends. */
final class ControlledStack {
    private final BufferedReader in;
    private final PrintStream out;

    private ControlledStack(BufferedReader in, PrintStream out) {
        this.in = in;
        this.out = out;
    }

    /** @param arguments the checkout */
    public static void main(String[] arguments) throws IOException {
        Logger.getLogger("").setLevel(Level.WARNING);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        new ControlledStack(in, System.out).run(Path.of(arguments[0]));
        // a shutdown hook does the same as the end of the input; whichever comes first
        Runtime.getRuntime().exit(0);
    }

    private void run(Path checkout) throws IOException {
        var options = new TestOptions(readOptions());
        TestFolders.sweep();
        var folder = TestFolders.create(options.data());
        var lock = StackLock.tryTake(folder).orElseThrow();
        try (var log = new PrintStream(Files.newOutputStream(folder.log("launcher")), true, StandardCharsets.UTF_8);
                lock) {
            var stack = new Stack(options.plan(checkout), folder, log::println);
            var end = new Thread(() -> discard(stack, folder), "discard");
            Runtime.getRuntime().addShutdownHook(end);
            serve(stack, folder, options);
        }
    }

    private void serve(Stack stack, DataFolder folder, TestOptions options) throws IOException {
        try {
            stack.start();
            new Facts(stack, folder, options).all().forEach((name, value) -> out.println(Line.of(name, value)));
            out.println("ready");
        } catch (RuntimeException e) {
            // by the time that this is read, the logs have moved
            var message = String.valueOf(e.getMessage())
                    .replace(folder.logs().toString(), TestFolders.kept(folder).toString());
            out.println(Line.of("error", message));
            return;
        }
        var commands = new Commands(stack);
        for (var command = in.readLine(); command != null; command = in.readLine()) {
            try {
                out.println(Line.of("ok", commands.run(command)));
            } catch (RuntimeException e) {
                out.println(Line.of("error", String.valueOf(e.getMessage())));
            }
        }
    }

    private Map<String, String> readOptions() throws IOException {
        var options = new HashMap<String, String>();
        for (var text = in.readLine(); text != null && !text.equals("go"); text = in.readLine()) {
            var line = Line.parse(text);
            options.put(line.name(), line.value());
        }
        return options;
    }

    /** Nothing is kept, so nothing needs to be stopped with care. */
    private static void discard(Stack stack, DataFolder folder) {
        stack.kill();
        stack.dropSchemas();
        TestFolders.delete(folder);
    }
}
