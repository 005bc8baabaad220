/**
 * The way to MySQL, bounded in time: stores run their statements on a {@link dev.confab.message.database.Sql}, which is
 * the {@link dev.confab.message.database.Database} itself or one of its transactions.
 */
package dev.confab.message.database;
