/**
 * What becomes of a message after it is kept: in history ({@code stored}), read by others ({@code seen}). Start with {@link
 * dev.confab.gateway.receipt.Receipts}; thread-safe.
 */
package dev.confab.gateway.receipt;
