/**
 * What clients can do: one class per command ({@link dev.confab.gateway.command.JoinRoom}, {@link
 * dev.confab.gateway.command.AppendContent}, …), called by {@link dev.confab.gateway.command.Commands} for a {@link
 * dev.confab.gateway.session.ClientSession}. Everything runs on event loops and nothing waits.
 */
package dev.confab.gateway.command;
