/**
 * Which files messages have, and who may read them: what media-service asks, at {@link
 * dev.confab.message.media.InternalMediaResource}. The rule is that of the history: {@link dev.confab.message.media.FindReader}.
 */
package dev.confab.message.media;
