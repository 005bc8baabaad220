/**
 * The stack for tests, on free ports and in a temporary folder that is deleted afterwards:
 * {@link dev.confab.stack.testing.Backends} for one service's tests, {@link dev.confab.stack.testing.TestStack} for the
 * system's. Both need nothing but the JDK in the test's own process; the work is done in a child process that ends with
 * it, however it ends. Each may be used from one thread at a time.
 */
package dev.confab.stack.testing;
