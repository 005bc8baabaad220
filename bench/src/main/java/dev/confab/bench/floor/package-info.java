/**
 * What fan-out costs at least: {@link dev.confab.bench.floor.FloorMain} keeps nothing, knows nobody and checks nothing.
 */
package dev.confab.bench.floor;
