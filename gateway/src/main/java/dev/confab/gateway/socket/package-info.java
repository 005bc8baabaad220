/**
 * The WebSocket itself, known here and nowhere else: {@link dev.confab.gateway.socket.Handshake} lets connections in,
 * {@link dev.confab.gateway.socket.ChatSocket} takes frames in, {@link dev.confab.gateway.socket.SocketReceiver} puts
 * frames out.
 */
package dev.confab.gateway.socket;
