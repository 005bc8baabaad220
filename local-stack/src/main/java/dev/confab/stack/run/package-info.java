/**
 * One run of the whole stack in its folder: {@link dev.confab.stack.run.Stack} starts and stops everything in order.
 * {@link dev.confab.stack.run.StackRecord} is what the next run and the other commands know of it.
 * A stack is started and stopped by one thread; stopping may come from another.
 */
package dev.confab.stack.run;
