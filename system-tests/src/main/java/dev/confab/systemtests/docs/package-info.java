/**
 * Writes {@code docs/configuration.md} from the sources. Needs nothing but the JDK, so that it runs without a build; start
 * with {@link dev.confab.systemtests.docs.WriteConfiguration}. One thread.
 */
package dev.confab.systemtests.docs;
