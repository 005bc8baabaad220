/**
 * The gateway: sockets on one side, the log on the other, no database.
 *
 * <p>Outwards: {@link dev.confab.gateway.broadcast.LogFollower} reads every room's log on one thread and hands frames to {@link
 * dev.confab.gateway.fanout.Fanout}, which writes them on the sockets' own event loops. Inwards: {@code ChatSocket} hands
 * each command to the use case named after it in {@code command}. REST passes through {@code proxy}.
 */
package dev.confab.gateway;
