/**
 * History, private conversations and what is unread: the rooms' log projected into MySQL and served over REST.
 *
 * <p>Start with {@link dev.confab.message.projection.Projector} (how rows come to be), then {@link
 * dev.confab.message.history.ReadHistory} (how they are read without a hole).
 *
 * <p>One thread projects; everything else runs on event loops and returns {@code Uni}s.
 */
package dev.confab.message;
