/**
 * The whole of Confab on one machine, for {@code ./confab} and for the tests: an embedded database and Kafka, the
 * services as processes. Start at {@link dev.confab.stack.run.Stack}; commands are in {@code cli}, what tests use in
 * {@code testing}. Threads: see each package.
 */
package dev.confab.stack;
