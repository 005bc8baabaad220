/** Who has read a message: {@link dev.confab.message.seen.ReadSeen}, from how far people have read. */
package dev.confab.message.seen;
