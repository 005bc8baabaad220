/** How long to wait for the database and what to answer when it is away; {@link dev.confab.room.database.Database}. */
package dev.confab.room.database;
