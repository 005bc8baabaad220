/**
 * From one event to many sockets: encoded once ({@link dev.confab.gateway.fanout.Frame}), one task per event loop and
 * poll batch, one flush per socket ({@link dev.confab.gateway.fanout.Fanout}).
 */
package dev.confab.gateway.fanout;
