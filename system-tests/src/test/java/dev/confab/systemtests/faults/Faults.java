package dev.confab.systemtests.faults;

/** When tests run that stop parts of the stack: after those that need all of it. */
final class Faults {
    static final int LAST = Integer.MAX_VALUE;

    private Faults() {}
}
