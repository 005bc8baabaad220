/**
 * Passwords of rooms: hashed and checked by {@link dev.confab.room.password.Passwords} on the bounded pool of {@link dev.confab.chassis.hashing}, guessed
 * at no faster than {@link dev.confab.room.password.GuessThrottle} allows.
 */
package dev.confab.room.password;
