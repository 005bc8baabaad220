/**
 * Hashing of passwords takes a processor for milliseconds: it runs on {@link dev.confab.chassis.hashing.HashingPool} and
 * nowhere else, so that it can never take more than its share.
 */
package dev.confab.chassis.hashing;
