/** Who has an account. */
package dev.confab.room.account;
