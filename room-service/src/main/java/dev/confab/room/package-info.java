/**
 * Owns rooms, their passwords, members, roles and bans, and appends what it decides to the rooms' logs.
 *
 * <p>Start with {@link dev.confab.room.membership.JoinRoom} and {@link dev.confab.room.registry.Decisions}: every decision
 * about a room is one transaction that holds the room's row. {@link dev.confab.room.state.RecordPositions} learns
 * afterwards where its events stand and publishes the room's state. Everything runs on event loops, bcrypt on a worker
 * pool of its own.
 */
package dev.confab.room;
