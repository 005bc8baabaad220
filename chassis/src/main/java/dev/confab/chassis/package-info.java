/**
 * What every service needs and none should write again: problem details, the topics and their readers, who is asking.
 *
 * <p>Start with {@link dev.confab.chassis.topics.TopicReader}. Each package is one concern and stands alone.
 */
package dev.confab.chassis;
