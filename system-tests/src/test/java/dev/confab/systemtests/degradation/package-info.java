/**
 * What still works while a part is down, what is refused, and that all is consistent once the part is back: rows of the table
 * in {@code docs/architecture.md}; that of a gateway is {@code KilledGatewayTest}. Each part is stopped once, so that it
 * refuses, and paused once, so that it hangs.
 */
package dev.confab.systemtests.degradation;
