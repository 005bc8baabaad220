/** The way to the database, for stores: {@link dev.confab.media.database.Database}. */
package dev.confab.media.database;
