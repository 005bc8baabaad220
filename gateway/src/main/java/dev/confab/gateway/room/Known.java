package dev.confab.gateway.room;

/**
 * What is known of a message.
 *
 * @param inThread whether it is an answer in a thread, so that it can be no thread's root
 */
public record Known(boolean deleted, boolean inThread) {}
