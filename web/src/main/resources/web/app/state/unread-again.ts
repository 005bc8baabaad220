/** What a person has read, and wants to come back to. Pure. */
import type { Stream } from './state';
import { NOTHING, plus, type Tally, tallyBetween } from './tally';

/** The message and all after it are new again, until this person comes back to them. */
export function unreadFrom<S extends Stream>(stream: S, position: number, me: string): S {
  const { timeline, lastRead } = stream;
  const after = position - 1;
  const here = tallyBetween(timeline, after, Infinity, me);
  const isExact = timeline.newer.kind === 'none';
  const count = isExact ? here : { unread: Math.max(here.unread, stream.unread), mentions: here.mentions };
  const isMore = isExact ? undefined : true;
  return {
    ...stream,
    ...count,
    isMore,
    unreadFrom: after < (lastRead ?? -1) ? after : undefined,
    lastRead: lastRead ?? after,
    isHeld: true,
    news: { after, count: count.unread, isMore },
  };
}

/** How much is new again of what had been read, as far as it is here. */
export function madeUnread({ timeline, unreadFrom: after, lastRead = -1 }: Stream, me: string): Tally {
  return after === undefined ? NOTHING : tallyBetween(timeline, after, lastRead, me);
}

/** The mark of an earlier life of the page; void where somebody has read on since. */
export function withUnreadFrom<S extends Stream>(stream: S, after: number, lastRead: number, made: Tally): S {
  const isVoid = stream.lastRead === undefined || stream.lastRead > lastRead || stream.unreadFrom !== undefined;
  return isVoid ? stream : { ...stream, lastRead, unreadFrom: after, ...plus(stream, made) };
}
