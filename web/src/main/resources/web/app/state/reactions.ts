/** Reactions as a set of emoji and users, told as counts. Pure. */
import type { Reacted } from '../protocol/content';
import { sameUser } from '../protocol/names';
import type { Reaction } from './message';

/** Most different ones on a message; one more is void. */
export const MOST_DIFFERENT = 20;

type Deed = Pick<Reacted, 'emoji' | 'on'> & { readonly from: string };

/** Somebody's reaction is there, or is there no longer; the same again changes nothing. */
export function withReaction(before: readonly Reaction[], deed: Deed, me: string): readonly Reaction[] {
  const known = before.find(({ emoji }) => emoji === deed.emoji);
  if (known === undefined) return deed.on && before.length < MOST_DIFFERENT ? [...before, first(deed, me)] : before;
  const after = deed.on ? added(known, deed.from, me) : removed(known, deed.from, me);
  if (after === known) return before;
  return before.flatMap((reaction) => (reaction !== known ? [reaction] : after.count > 0 ? [after] : []));
}

function first({ emoji, from }: Deed, me: string): Reaction {
  return { emoji, count: 1, mine: sameUser(from, me), people: [from] };
}

function added(reaction: Reaction, user: string, me: string): Reaction {
  if (shows(reaction, user, me)) return reaction;
  const { count, mine, people } = reaction;
  return { ...reaction, count: count + 1, mine: mine || sameUser(user, me), people: [...people, user] };
}

/** Who is not among the first may be among the others, if there are any. */
function removed(reaction: Reaction, user: string, me: string): Reaction {
  const { count, people } = reaction;
  const isOther = !sameUser(user, me) && count > people.length;
  if (!shows(reaction, user, me) && !isOther) return reaction;
  return {
    ...reaction,
    count: count - 1,
    mine: reaction.mine && !sameUser(user, me),
    people: people.filter((name) => !sameUser(name, user)),
  };
}

function shows({ mine, people }: Reaction, user: string, me: string): boolean {
  return sameUser(user, me) ? mine : people.some((name) => sameUser(name, user));
}
