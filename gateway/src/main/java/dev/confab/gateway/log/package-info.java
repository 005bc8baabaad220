/**
 * The log, confab.rooms: {@link dev.confab.gateway.log.RoomLog} appends to it, {@link
 * dev.confab.gateway.log.ReadPositions} says how far it has been read, {@link dev.confab.gateway.log.Backfill} fetches what
 * a client has missed for longer than the rings remember.
 */
package dev.confab.gateway.log;
