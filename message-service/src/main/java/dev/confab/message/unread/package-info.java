/** How far everybody has read, and how much is new to them since. */
package dev.confab.message.unread;
