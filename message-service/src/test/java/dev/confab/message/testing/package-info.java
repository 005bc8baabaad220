/** What the tests of this service stand on. */
package dev.confab.message.testing;
