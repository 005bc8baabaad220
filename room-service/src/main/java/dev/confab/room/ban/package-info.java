/** Bans: from {@link dev.confab.room.ban.BanUser} until {@link dev.confab.room.ban.LiftBan} or their time is over. */
package dev.confab.room.ban;
