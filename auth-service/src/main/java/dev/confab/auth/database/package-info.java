/** The way to the database: {@link dev.confab.auth.database.Database}, which every store and use case goes through. */
package dev.confab.auth.database;
