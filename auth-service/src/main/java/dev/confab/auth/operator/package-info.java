/**
 * What operators decide about accounts, at {@code /internal/} addresses that gateways never proxy. Start with {@link
 * dev.confab.auth.operator.DisableAccount}.
 */
package dev.confab.auth.operator;
