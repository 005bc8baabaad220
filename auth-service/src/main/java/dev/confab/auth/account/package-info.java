/** Accounts as they are kept: {@link dev.confab.auth.account.AccountRow}, {@link dev.confab.auth.account.AccountStore}. */
package dev.confab.auth.account;
