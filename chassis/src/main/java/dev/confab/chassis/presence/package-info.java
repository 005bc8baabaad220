/** Who is where, as the gateways tell it on {@code confab.presence}; {@link dev.confab.chassis.presence.PresenceView}. */
package dev.confab.chassis.presence;
