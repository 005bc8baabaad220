/** A room's events as a stream of server-sent events, for programs; {@link dev.confab.gateway.stream.RoomEvents}. */
package dev.confab.gateway.stream;
