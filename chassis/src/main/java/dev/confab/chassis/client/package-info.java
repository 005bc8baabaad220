/**
 * What a request says about where it comes from: {@link dev.confab.chassis.client.Client}, {@link
 * dev.confab.chassis.client.Addresses}.
 */
package dev.confab.chassis.client;
