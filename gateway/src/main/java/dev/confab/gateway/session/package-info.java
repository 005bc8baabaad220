/** The connections of signed-in users: {@link dev.confab.gateway.session.ClientSession}, found by {@link
 * dev.confab.gateway.session.Sessions}. */
package dev.confab.gateway.session;
