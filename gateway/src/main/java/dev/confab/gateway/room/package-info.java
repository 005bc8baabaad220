/**
 * Rooms as a gateway knows them: who of its own clients is in, the last events, the fences. {@link
 * dev.confab.gateway.room.Room} is where the log meets the clients; its comment says how no event is lost or doubled
 * between what a join catches up with and what comes live.
 */
package dev.confab.gateway.room;
