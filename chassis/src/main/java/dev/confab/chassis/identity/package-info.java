/**
 * Who is asking: {@link dev.confab.chassis.identity.CurrentUser} for REST resources, sessions that have ended, and what
 * gateways sign for their users.
 */
package dev.confab.chassis.identity;
