/** How rooms come, change and go. Main is always there: {@link dev.confab.room.lifecycle.SetUpMain}. */
package dev.confab.room.lifecycle;
