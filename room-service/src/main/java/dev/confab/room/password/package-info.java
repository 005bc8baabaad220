/**
 * Passwords of rooms: hashed and checked by {@link dev.confab.room.password.Passwords} on a bounded worker pool, guessed
 * at no faster than {@link dev.confab.room.password.GuessThrottle} allows.
 */
package dev.confab.room.password;
