/**
 * The rows of rooms, members, moderators, departures and bans, and who stands where in a room. Start with {@link
 * dev.confab.room.registry.Standing}; decisions are made inside {@link dev.confab.room.registry.Decisions}.
 */
package dev.confab.room.registry;
