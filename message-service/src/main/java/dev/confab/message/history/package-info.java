/**
 * What was said, page by page: {@link dev.confab.message.history.ReadHistory} for people, {@link
 * dev.confab.message.history.ReadEvents} for gateways that fill a gap.
 */
package dev.confab.message.history;
