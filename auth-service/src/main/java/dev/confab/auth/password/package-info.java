/**
 * Passwords: their bounds ({@link dev.confab.auth.password.Password}), hashing and checking. bcrypt runs on {@link
 * dev.confab.chassis.hashing.HashingPool} and nowhere else.
 */
package dev.confab.auth.password;
