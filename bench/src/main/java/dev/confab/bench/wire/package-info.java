/** As much of the WebSocket protocol as a benchmark needs, for the driver's clients and for the floor. */
package dev.confab.bench.wire;
