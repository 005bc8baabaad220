/** What is new to this person in a stream. Pure. */
import { sameUser } from '../protocol/names';
import { keyOf, placeOf, type State, type Stream } from './state';
import { knows, type Message, reachesBackTo, type Timeline, trimmed, withArrival } from './timeline';

/** How the person stands to the stream in which something arrives. */
export interface Attention {
  readonly me: string;
  /** The stream is the one on the page. */
  readonly shown: boolean;
  /** Its newest message is in sight. */
  readonly attentive: boolean;
}

/** How long a timeline grows under the eyes of somebody who stays at its end. */
const MOST_SHOWN = 600;

export function received<S extends Stream>(stream: S, message: Message, { me, shown, attentive }: Attention): S {
  const isNew = isNewTo(stream, message) && !sameUser(message.from, me);
  const timeline = grown(stream.timeline, message, shown, attentive);
  if (!isNew) return { ...stream, timeline };
  const firstUnseen = shown && !attentive && stream.unread === 0;
  const newAfter = firstUnseen ? (stream.lastRead ?? message.position - 1) : stream.newAfter;
  return recounted({ ...stream, timeline, unread: stream.unread + 1, newAfter }, me);
}

function grown(before: Timeline, message: Message, shown: boolean, attentive: boolean): Timeline {
  const all = withArrival(before, message);
  if (!shown) return trimmed(all);
  return attentive && all.newer.kind === 'none' ? trimmed(all, MOST_SHOWN) : all;
}

function isNewTo({ timeline, lastRead = -1 }: Stream, message: Message): boolean {
  const heard = timeline.newer.kind !== 'none' && message.position <= timeline.newer.upTo;
  return message.position > lastRead && !heard && !knows(timeline, message);
}

/** The count, where everything that it counts is here; else as it was. */
export function recounted<S extends Stream>(stream: S, me: string): S {
  const { timeline, lastRead } = stream;
  if (lastRead === undefined || timeline.newer.kind !== 'none' || !reachesBackTo(timeline, lastRead)) return stream;
  const unread = knownBetween(timeline, lastRead, Infinity, me);
  return unread === stream.unread ? stream : { ...stream, unread };
}

/** Read here or on another device; a marker never moves back. */
export function readUpTo<S extends Stream>(stream: S, position: number, me: string): S {
  const { timeline, lastRead = -1 } = stream;
  if (position <= lastRead) return stream;
  const last = timeline.messages.at(-1);
  const isAll = timeline.newer.kind === 'none' && last !== undefined && last.position <= position;
  const unread = isAll ? 0 : Math.max(0, stream.unread - knownBetween(timeline, lastRead, position, me));
  return recounted({ ...stream, lastRead: position, unread }, me);
}

/**
 * What the server has counted after the position up to which it knows this person to have read. It is right but for what
 * has happened here meanwhile: what was read, and what has just arrived.
 */
export function countedByServer<S extends Stream>(stream: S, unread: number, position: number, me: string): S {
  const { timeline } = stream;
  const lastRead = Math.max(position, stream.lastRead ?? -1);
  const readSince = knownBetween(timeline, position, lastRead, me);
  const known = knownBetween(timeline, lastRead, Infinity, me);
  return { ...stream, lastRead, unread: Math.max(known, unread - readSince, 0) };
}

function knownBetween({ messages }: Timeline, after: number, upTo: number, me: string): number {
  return messages.filter(({ from, position }) => position > after && position <= upTo && !sameUser(from, me)).length;
}

/** The line "new messages" for a stream that comes into view. */
export function entered<S extends Stream>(stream: S): S {
  return { ...stream, newAfter: stream.unread > 0 ? (stream.lastRead ?? -1) : undefined };
}

/** Positions are of another log from now on: none of before says anything any more. */
export function withoutPositions<S extends Stream>(stream: S): S {
  return { ...stream, lastRead: undefined, newAfter: undefined };
}

/** What is new, but for what this person is just looking at. */
export function unreadOf({ attentive, place }: Pick<State, 'attentive' | 'place'>, stream: Stream): number {
  const watched = attentive && keyOf(placeOf(stream)) === keyOf(place);
  return watched ? 0 : stream.unread;
}

export function totalUnread(state: State): number {
  let total = 0;
  for (const stream of state.streams.values()) total += unreadOf(state, stream);
  return total;
}
