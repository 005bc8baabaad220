/**
 * What a connection may cost before it is a WebSocket: {@link dev.confab.gateway.connection.Connections} takes it in, {@link
 * dev.confab.gateway.connection.HttpConnection} watches its requests, each on its connection's event loop.
 */
package dev.confab.gateway.connection;
