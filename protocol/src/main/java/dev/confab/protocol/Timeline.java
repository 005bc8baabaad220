package dev.confab.protocol;

/**
 * Everybody in the stream is told of it, as it stands in the log: live, and who was away when they come back. Of other events
 * only those hear whom they concern, or nobody.
 */
public sealed interface Timeline permits Content, Decision.RoleChanged, Decision.RoomChanged {}
