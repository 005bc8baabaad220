/**
 * A client of Confab for tests and measurements: speaks REST and the WebSocket as any other client would, and says what it
 * expects to hear.
 *
 * <p>Start with {@link dev.confab.systemtests.client.ChatClient}; people to connect come from {@link
 * dev.confab.systemtests.client.Users}.
 *
 * <p>Clients are used by one thread each; what they hear arrives on the threads of one shared HTTP client. Whatever is not
 * as expected fails with an {@link AssertionError} that says what was heard instead.
 */
package dev.confab.systemtests.client;
