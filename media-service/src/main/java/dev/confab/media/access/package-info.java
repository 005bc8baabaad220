/** Who may read a file, which message-service knows: {@link dev.confab.media.access.AskMessageService}. */
package dev.confab.media.access;
