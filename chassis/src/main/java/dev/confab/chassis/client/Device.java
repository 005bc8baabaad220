package dev.confab.chassis.client;

/**
 * What a client tells of itself.
 *
 * @param userAgent as it calls itself, cut at 255 characters; may be empty
 */
public record Device(ClientAddress address, String userAgent) {}
