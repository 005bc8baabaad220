/**
 * Who may read and write: rooms by {@link dev.confab.message.access.RoomAccess}, people by {@link
 * dev.confab.message.access.Accounts}.
 */
package dev.confab.message.access;
