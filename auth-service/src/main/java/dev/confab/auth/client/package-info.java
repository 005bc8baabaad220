/** What a request says about the device it comes from: {@link dev.confab.auth.client.Client}. */
package dev.confab.auth.client;
