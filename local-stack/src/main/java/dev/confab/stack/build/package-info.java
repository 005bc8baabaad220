/**
 * The build and the tests as {@code ./confab} runs them: which services are out of date
 * ({@link dev.confab.stack.build.SourceChanges}), Maven ({@link dev.confab.stack.build.MavenBuild}), the sum of the test
 * reports ({@link dev.confab.stack.build.TestTotals}). Single-threaded.
 */
package dev.confab.stack.build;
