/** How much of some messages is news to a person. Pure. */
import { sameUser } from '../protocol/names';
import { isInRoom, type Message, mentions } from './message';
import type { Stream } from './state';
import type { Timeline } from './timeline';

/** How many messages are new, and how many of them mention this person. */
export type Tally = Pick<Stream, 'unread' | 'mentions'>;

export const NOTHING = { unread: 0, mentions: 0, isMore: undefined } as const;

export function tallyBetween({ messages }: Timeline, after: number, upTo: number, me: string): Tally {
  return tally(
    messages.filter(({ position }) => position > after && position <= upTo),
    me,
  );
}

export function tally(messages: readonly Message[], me: string): Tally {
  const others = messages.filter((message) => isNews(message, me));
  return { unread: others.length, mentions: others.filter((message) => mentions(message, me)).length };
}

/** Whether a message can be news to this person. */
export function isNews(message: Message, me: string): boolean {
  return !sameUser(message.from, me) && message.deleted === undefined && isInRoom(message);
}

export function plus(one: Tally, other: Tally): Tally {
  return { unread: one.unread + other.unread, mentions: one.mentions + other.mentions };
}

export function minus(one: Tally, other: Tally): Tally {
  return {
    unread: Math.max(0, one.unread - other.unread),
    mentions: Math.max(0, one.mentions - other.mentions),
  };
}

export function least(one: Tally, other: Tally): Tally {
  return { unread: Math.min(one.unread, other.unread), mentions: Math.min(one.mentions, other.mentions) };
}

export function most(one: Tally, other: Tally): Tally {
  return { unread: Math.max(one.unread, other.unread), mentions: Math.max(one.mentions, other.mentions) };
}
