/**
 * How a service shows itself to Kafka and the database, and knows them: accounts and TLS, said in our keys and derived into
 * those of the libraries ({@link dev.confab.chassis.backing.DerivedSettings}). Nothing here has a thread.
 */
package dev.confab.chassis.backing;
