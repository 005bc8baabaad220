/** What is measured: each {@link dev.confab.bench.scenario.Scenario} by itself, one after the other, on one stack. */
package dev.confab.bench.scenario;
