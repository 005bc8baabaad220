/** The accounts there are, followed from {@code confab.accounts}. */
package dev.confab.gateway.account;
