/** Who is in a room right now, as the gateways tell it; {@link dev.confab.room.presence.Presence}. */
package dev.confab.room.presence;
