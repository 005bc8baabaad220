/**
 * Who is where and who types, over all gateways: {@link dev.confab.gateway.presence.PresencePublisher} tells the others
 * about this gateway's people, {@link dev.confab.gateway.presence.PresenceFollower} hears about everybody's.
 */
package dev.confab.gateway.presence;
