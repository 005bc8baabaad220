/**
 * Processes as an operator sees them: described ({@link dev.confab.stack.process.Component}), started, watched, ended.
 * Start at {@link dev.confab.stack.process.Processes}.
 * Processes may be started and stopped from any thread; each child is handled by the thread that asks.
 */
package dev.confab.stack.process;
