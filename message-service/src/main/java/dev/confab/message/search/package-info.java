/**
 * Full-text search: an index of Lucene's in each replica, which reads from the log what has changed, and from the rows what it
 * is now.
 */
package dev.confab.message.search;
