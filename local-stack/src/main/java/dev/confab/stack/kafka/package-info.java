/**
 * The embedded Kafka: {@link dev.confab.stack.kafka.EmbeddedKafka} describes the process, whose main class is
 * {@link dev.confab.stack.kafka.Broker}.
 * Nothing here is shared between threads.
 */
package dev.confab.stack.kafka;
