/** From the log to the sockets: {@link dev.confab.gateway.broadcast.LogFollower}, one thread. */
package dev.confab.gateway.broadcast;
