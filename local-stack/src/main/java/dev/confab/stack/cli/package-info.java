/**
 * The commands of {@code ./confab}, one class each; start at {@link dev.confab.stack.cli.Confab}.
 * Each command runs on the main thread; {@code up} stops everything from a shutdown hook.
 */
package dev.confab.stack.cli;
