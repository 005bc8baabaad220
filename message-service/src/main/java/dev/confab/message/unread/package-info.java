/**
 * How far everybody has read ({@link dev.confab.message.unread.FollowReads} keeps it), and how much is new to them since ({@link
 * dev.confab.message.unread.CountUnread}).
 */
package dev.confab.message.unread;
