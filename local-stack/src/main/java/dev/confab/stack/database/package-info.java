/**
 * The database: the embedded MariaDB ({@link dev.confab.stack.database.EmbeddedDatabase}) or a server that is given
 * ({@link dev.confab.stack.database.ExternalDatabase}), and the schemas and users in it.
 * Nothing here is shared between threads.
 */
package dev.confab.stack.database;
