/** Who has an account, as auth-service tells: {@link dev.confab.chassis.account.KnownAccounts}. */
package dev.confab.chassis.account;
