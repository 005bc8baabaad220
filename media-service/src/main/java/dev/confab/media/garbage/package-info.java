/** Taking away what no message has: {@link dev.confab.media.garbage.SweepMedia}. */
package dev.confab.media.garbage;
