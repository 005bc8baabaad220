/**
 * How often something may be done: {@link dev.confab.chassis.rate.TokenBucket} for one, {@link
 * dev.confab.chassis.rate.TokenBuckets} for many by key. Thread-safe.
 */
package dev.confab.chassis.rate;
