/** Which rooms there are and who is in them: {@link dev.confab.room.directory.Directory}, a page at a time. */
package dev.confab.room.directory;
