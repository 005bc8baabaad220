package dev.confab.systemtests;

/** Starts one replicated stack for the whole run, when the first test wants it. */
public final class ReplicatedStackExtension extends StackExtension {
    public ReplicatedStackExtension() {
        super("replicated", Stacks::replicated);
    }
}
