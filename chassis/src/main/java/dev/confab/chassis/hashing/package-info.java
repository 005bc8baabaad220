/**
 * Hashing of passwords takes a processor for milliseconds: it runs on {@link dev.confab.chassis.hashing.HashingPool} and
 * nowhere else, so that it can never take more than its share. So does {@link
 * dev.confab.chassis.hashing.PasswordStrength}, which says what may be a new password.
 */
package dev.confab.chassis.hashing;
