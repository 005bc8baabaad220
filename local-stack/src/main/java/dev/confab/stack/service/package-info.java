/**
 * Confab's own four services as processes: what each is called and configured with.
 * Start at {@link dev.confab.stack.service.Service}. Values only, no threads.
 */
package dev.confab.stack.service;
