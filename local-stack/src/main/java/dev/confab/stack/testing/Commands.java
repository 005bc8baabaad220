package dev.confab.stack.testing;

import dev.confab.stack.StackException;
import dev.confab.stack.link.Cut;
import dev.confab.stack.run.Stack;
import java.util.List;

/** What a test may tell a stack: one word, and the name of a process or of a link. */
final class Commands {
    private final Stack stack;

    Commands(Stack stack) {
        this.stack = stack;
    }

    /** The answer, "" if the command has none. */
    String run(String line) {
        var words = line.split(" ");
        switch (words[0]) {
            case "restart" -> stack.restart();
            case "cut" -> stack.links().cut(words[1], words[2], Cut.valueOf(words[3]));
            case "mend" -> stack.links().mend(words[1], words[2]);
            default -> {
                return withProcess(words);
            }
        }
        return "";
    }

    private String withProcess(String[] words) {
        var processes = stack.processes();
        var child = processes.get(words[1]);
        switch (words[0]) {
            case "pid" -> {
                return Long.toString(child.pid());
            }
            case "kill" -> child.kill();
            case "stop" -> processes.stop(List.of(words[1]));
            case "start" -> {
                if (child.isAlive()) {
                    throw new StackException(words[1] + " is running");
                }
                processes.start(child.component());
            }
            case "pause" -> child.pause();
            case "resume" -> child.resume();
            default -> throw new StackException("no such command: " + words[0]);
        }
        return "";
    }
}
