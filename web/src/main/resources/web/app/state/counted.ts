/** What the server has counted in a stream, put together with what has happened here. Pure. */
import type { Count } from '../protocol/answers';
import type { Stream } from './state';
import { least, minus, most, NOTHING, type Tally, tallyBetween } from './tally';
import { reachesBackTo } from './timeline';
import { atLeast, isAllRead, recounted } from './unread';

/**
 * What the server has counted after the position up to which it knows this person to have read. It is right but for what
 * has happened here meanwhile: what was read, and what has just arrived.
 */
export function countedByServer<S extends Stream>(stream: S, count: Count, me: string): S {
  const { timeline } = stream;
  const lastRead = Math.max(count.position, stream.lastRead ?? -1);
  const upTo = Math.max(count.upTo ?? -1, stream.upTo ?? -1);
  const held = count.position <= (stream.lastRead ?? -1) ? stream.unreadFrom : undefined;
  const counted = {
    ...stream,
    lastRead,
    upTo: upTo < 0 ? undefined : upTo,
    isMore: count.more || undefined,
    unreadFrom: held,
  };
  // it counts after what this person had read before they made some of it new again
  if (held !== undefined) return recounted({ ...counted, ...most(stream, tallyOf(count)) }, me);
  if (isAllRead(counted, lastRead)) return { ...counted, ...NOTHING };
  const left = minus(tallyOf(count), tallyBetween(timeline, count.position, lastRead, me));
  // one that is behind does not bring back what is known to be read
  const isBehind = stream.lastRead !== undefined && count.position < stream.lastRead;
  const atMost = isBehind ? least(left, stream) : left;
  const known = tallyBetween(timeline, lastRead, Infinity, me);
  return { ...counted, ...atLeast(counted, most(known, atMost)) };
}

function tallyOf({ unread, mentions = 0 }: Count): Tally {
  return { unread, mentions };
}

/** Whether what the server has counted may be more than there is, for it does not know yet what was read. */
export function isOutdated(stream: Stream, count: Count): boolean {
  const { lastRead = -1, unread } = stream;
  return count.position < lastRead && unread > 0 && !reachesBackTo(stream.timeline, lastRead);
}
