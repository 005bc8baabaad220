/**
 * Faults at random, and whether every promise about messages was kept. {@link dev.confab.systemtests.chaos.ChaosClient}s
 * behave as the page does and write down what they are told, a {@link dev.confab.systemtests.chaos.Nemesis} breaks the
 * stack meanwhile, and the {@link dev.confab.systemtests.chaos.Checker} compares what was written down with the log and
 * with the database. Start at {@link dev.confab.systemtests.chaos.ChaosTest}.
 */
package dev.confab.systemtests.chaos;
