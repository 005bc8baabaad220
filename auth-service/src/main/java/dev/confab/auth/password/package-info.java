/**
 * Passwords: their bounds ({@link dev.confab.auth.password.Password}), hashing and checking. bcrypt runs on {@link
 * dev.confab.auth.password.PasswordWorkers} and nowhere else, so that it can never take more than its share.
 */
package dev.confab.auth.password;
