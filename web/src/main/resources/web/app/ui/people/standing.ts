/** Who stands where, and who may do what to whom. Pure. */
import type { Role } from '../../protocol/frames';
import { sameUser } from '../../protocol/names';
import { roleOf } from '../../state/changes';
import type { Room } from '../../state/state';

const RANK: Record<Role, number> = { owner: 0, moderator: 1, member: 2 };

/** Owners first, then moderators, then everybody by name. */
export function byStanding(room: Room): readonly string[] {
  const rank = (user: string): number => RANK[roleOf(room, user)];
  return [...room.users].sort((one, other) => rank(one) - rank(other) || one.localeCompare(other));
}

/** Moderators act on members, owners on moderators too, nobody on an owner or on themselves. */
export function mayModerate(room: Room, user: string, me: string): boolean {
  return !sameUser(user, me) && room.role !== 'member' && RANK[room.role] < RANK[roleOf(room, user)];
}
