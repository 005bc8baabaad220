/**
 * The way to the database of a service that decides: {@link dev.confab.outbox.database.Database}, which every store and
 * use case goes through.
 */
package dev.confab.outbox.database;
