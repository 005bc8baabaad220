/** The other services, asked on behalf of a signed-in user; {@link dev.confab.gateway.remote.Remote}. */
package dev.confab.gateway.remote;
