/** What a server of the stack shows its clients to be known by ({@link dev.confab.stack.tls.Identity}). No threads. */
package dev.confab.stack.tls;
