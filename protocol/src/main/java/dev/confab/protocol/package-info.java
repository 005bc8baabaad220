/**
 * The whole contract of Confab: what clients say and hear, what the topics hold, the codes, and the fence rule.
 *
 * <p>Start with {@link dev.confab.protocol.RoomEvent} (what a room's log is made of), then {@link
 * dev.confab.protocol.ClientCommand} and {@link dev.confab.protocol.ServerFrame} (the WebSocket), then {@link
 * dev.confab.protocol.Fences} (why every reader drops the same messages).
 *
 * <p>Everything here is an immutable value unless it says otherwise; nothing here knows a framework.
 */
package dev.confab.protocol;
