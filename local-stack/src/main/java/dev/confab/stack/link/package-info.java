/**
 * Connections between processes that lead through the stack's own: links that can be cut, and balancers in front of
 * replicas. Start at {@link dev.confab.stack.link.Link}. Each connection has two virtual threads.
 */
package dev.confab.stack.link;
