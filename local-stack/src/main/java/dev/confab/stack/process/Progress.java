package dev.confab.stack.process;

/** Where the stack says what it is doing, one line each. */
@FunctionalInterface
public interface Progress {
    void say(String line);
}
