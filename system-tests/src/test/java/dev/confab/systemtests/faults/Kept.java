package dev.confab.systemtests.faults;

/** An acknowledged message: what the gateway said of it. */
public record Kept(long position, String id, String from, String text) {}
