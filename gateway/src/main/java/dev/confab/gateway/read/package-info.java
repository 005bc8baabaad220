/**
 * How far people have read: {@link dev.confab.gateway.read.MarkRead} keeps it in confab.reads, {@link
 * dev.confab.gateway.read.ReadFollower} tells a user's other connections. Everything runs on event loops, or on the reader's
 * thread.
 */
package dev.confab.gateway.read;
