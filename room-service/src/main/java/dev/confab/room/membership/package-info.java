/**
 * How people come to be members, moderators, or neither any more. Start with {@link dev.confab.room.membership.JoinRoom},
 * which explains what a ticket's position promises.
 */
package dev.confab.room.membership;
