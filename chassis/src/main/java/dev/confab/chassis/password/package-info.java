/** What passwords of accounts and of rooms have in common. */
package dev.confab.chassis.password;
