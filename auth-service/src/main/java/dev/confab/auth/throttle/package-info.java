/**
 * Who may try how often. Guessing of passwords is slowed down by {@link dev.confab.auth.throttle.LimitGuesses}, with
 * budgets in the database that all replicas share; {@link dev.confab.auth.throttle.GuessRules} says how much. New accounts
 * are limited per address by each replica for itself ({@link dev.confab.auth.throttle.LimitRegistrations}).
 */
package dev.confab.auth.throttle;
