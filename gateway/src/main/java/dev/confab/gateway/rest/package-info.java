/**
 * What the gateway itself answers of the REST API: writing and marking as read, by the same use cases as over the WebSocket
 * ({@link dev.confab.gateway.command.AppendContent}, {@link dev.confab.gateway.read.MarkRead}).
 */
package dev.confab.gateway.rest;
