package dev.confab.stack.process;

/** Asks a process whether it can do its work now. Never throws, answers within about a second. */
@FunctionalInterface
public interface Probe {
    boolean answers();
}
