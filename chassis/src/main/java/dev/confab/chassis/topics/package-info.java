/**
 * The topics: made when missing ({@link dev.confab.chassis.topics.CreateTopics}), read whole by those who follow them
 * ({@link dev.confab.chassis.topics.TopicReader}, one thread each).
 */
package dev.confab.chassis.topics;
