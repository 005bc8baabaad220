/**
 * What an operator watches for attacks: {@link dev.confab.chassis.security.SecurityLog}, a line and a count for each {@link
 * dev.confab.chassis.security.SecurityEvent}. Thread-safe.
 */
package dev.confab.chassis.security;
