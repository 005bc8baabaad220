/**
 * What clients can do: one class per command ({@link dev.confab.gateway.session.JoinRoom}, {@link
 * dev.confab.gateway.session.SendMessage}, …), called by {@link dev.confab.gateway.session.Commands} for a {@link
 * dev.confab.gateway.session.ClientSession}. Everything runs on event loops and nothing waits.
 */
package dev.confab.gateway.session;
