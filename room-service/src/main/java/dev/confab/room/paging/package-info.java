/** Lists a page at a time; {@link dev.confab.room.paging.Cursor}. */
package dev.confab.room.paging;
