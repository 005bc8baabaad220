/** REST: every request under {@code /api} goes to the service that owns it, {@link dev.confab.gateway.proxy.ApiProxy}. */
package dev.confab.gateway.proxy;
