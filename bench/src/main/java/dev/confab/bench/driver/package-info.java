/**
 * The load: thousands of clients in one process, as lean as can be. {@link dev.confab.bench.driver.Driver} is the
 * parent's end, {@link dev.confab.bench.driver.DriverMain} the process, {@link dev.confab.bench.driver.Client} one
 * connection, which lives on its event loop.
 */
package dev.confab.bench.driver;
