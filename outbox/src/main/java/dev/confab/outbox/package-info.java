/**
 * A decision in the database and its event in Kafka: both or neither. A use case writes its rows and {@link
 * dev.confab.outbox.Outbox#add adds} its events in one {@link dev.confab.outbox.Outbox#transaction}; {@link
 * dev.confab.outbox.Relay} then relays them in order, over all replicas one at a time. An event may be relayed twice if
 * a replica dies in between, so readers must not mind.
 *
 * <p>The tables come with {@code db/outbox} as a Flyway location. Everything runs on event loops and returns {@code Uni}s.
 */
package dev.confab.outbox;
