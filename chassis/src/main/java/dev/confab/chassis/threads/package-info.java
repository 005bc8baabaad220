/** Threads of a process's own: for work that waits, and for work that takes a processor for milliseconds. */
package dev.confab.chassis.threads;
