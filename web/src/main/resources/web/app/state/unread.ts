/** What is new to this person in a stream. Pure. */
import type { Count } from '../protocol/answers';
import type { Content } from '../protocol/content';
import { sameUser } from '../protocol/names';
import { apply } from './content';
import { isInRoom, mentions, type Message, ofFrame } from './message';
import { keyOf, placeOf, type State, type Stream } from './state';
import { knows, reachesBackTo, type Timeline, trimmed } from './timeline';

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

/** How many messages are new, and how many of them mention this person. */
type Tally = Pick<Stream, 'unread' | 'mentions'>;

/** Something arrives, now or as part of what was missed. */
export function received<S extends Stream>(stream: S, content: Content, attention: Attention): S {
  const { me, shown, attentive } = attention;
  const timeline = grown(apply(stream.timeline, content, { me }), attention);
  if (content.type !== 'message') return changed({ ...stream, timeline }, stream.timeline, me);
  const message = ofFrame(content);
  if (!isNewTo(stream, message) || !counts(message, me)) return { ...stream, timeline };
  const firstUnseen = shown && !attentive && stream.unread === 0;
  const newAfter = firstUnseen ? (stream.lastRead ?? message.position - 1) : stream.newAfter;
  return recounted({ ...stream, timeline, newAfter, ...plus(stream, tally([message], me)) }, me);
}

function grown(timeline: Timeline, { shown, attentive }: Attention): Timeline {
  if (!shown) return trimmed(timeline);
  return attentive && timeline.newer.kind === 'none' ? trimmed(timeline, MOST_SHOWN) : timeline;
}

function isNewTo({ timeline, lastRead = -1 }: Stream, message: Message): boolean {
  const heard = timeline.newer.kind !== 'none' && message.position <= timeline.newer.upTo;
  return message.position > lastRead && !heard && !knows(timeline, message);
}

/** What was new and is deleted is not new; a mention may come and go with an edit. */
function changed<S extends Stream>(stream: S, before: Timeline, me: string): S {
  const { timeline, lastRead = -1 } = stream;
  if (timeline.messages === before.messages) return stream;
  const was = tallyBetween(before, lastRead, Infinity, me);
  return recounted({ ...stream, ...minus(plus(stream, tallyBetween(timeline, lastRead, Infinity, me)), was) }, me);
}

/** The counts, where everything that they count is here; else as they were. */
export function recounted<S extends Stream>(stream: S, me: string): S {
  const { timeline, lastRead } = stream;
  if (lastRead === undefined || timeline.newer.kind !== 'none' || !reachesBackTo(timeline, lastRead)) return stream;
  const { unread, mentions } = tallyBetween(timeline, lastRead, Infinity, me);
  return unread === stream.unread && mentions === stream.mentions ? stream : { ...stream, unread, mentions };
}

/** Read here or on another device; a marker never moves back. */
export function readUpTo<S extends Stream>(stream: S, position: number, me: string): S {
  const { timeline, lastRead = -1 } = stream;
  if (position <= lastRead) return stream;
  const last = timeline.messages.at(-1);
  const isAll = timeline.newer.kind === 'none' && last !== undefined && last.position <= position;
  const left = isAll ? tally([], me) : minus(stream, tallyBetween(timeline, lastRead, position, me));
  return recounted({ ...stream, lastRead: position, ...left }, me);
}

/**
 * What the server has counted after the position up to which it knows this person to have read. It is right but for what
 * has happened here meanwhile: what was read, and what has just arrived.
 */
export function countedByServer<S extends Stream>(stream: S, count: Count, me: string): S {
  const { timeline } = stream;
  const lastRead = Math.max(count.position, stream.lastRead ?? -1);
  const counted = { unread: count.unread, mentions: count.mentions ?? 0 };
  const left = minus(counted, tallyBetween(timeline, count.position, lastRead, me));
  const known = tallyBetween(timeline, lastRead, Infinity, me);
  return {
    ...stream,
    lastRead,
    unread: Math.max(known.unread, left.unread),
    mentions: Math.max(known.mentions, left.mentions),
  };
}

function tallyBetween({ messages }: Timeline, after: number, upTo: number, me: string): Tally {
  return tally(
    messages.filter(({ position }) => position > after && position <= upTo),
    me,
  );
}

function tally(messages: readonly Message[], me: string): Tally {
  const others = messages.filter((message) => counts(message, me));
  return { unread: others.length, mentions: others.filter((message) => mentions(message, me)).length };
}

/** Whether a message can be news to this person. */
function counts(message: Message, me: string): boolean {
  return !sameUser(message.from, me) && message.deleted === undefined && isInRoom(message);
}

function plus(one: Tally, other: Tally): Tally {
  return { unread: one.unread + other.unread, mentions: one.mentions + other.mentions };
}

function minus(one: Tally, other: Tally): Tally {
  return {
    unread: Math.max(0, one.unread - other.unread),
    mentions: Math.max(0, one.mentions - other.mentions),
  };
}

/** The line "new messages" for a stream that comes into view. */
export function entered<S extends Stream>(stream: S): S {
  return { ...stream, newAfter: stream.unread > 0 ? (stream.lastRead ?? -1) : undefined };
}

/** Positions are of another log from now on: none of before says anything any more. */
export function withoutPositions<S extends Stream>(stream: S): S {
  const { timeline } = stream;
  return {
    ...stream,
    lastRead: undefined,
    newAfter: undefined,
    timeline: { ...timeline, recent: [], stored: -1, readByOthers: -1 },
  };
}

type Sight = Pick<State, 'attentive' | 'place'>;

/** What is new, but for what this person is just looking at. */
export function unreadOf(sight: Sight, stream: Stream): number {
  return isWatched(sight, stream) ? 0 : stream.unread;
}

export function mentionsOf(sight: Sight, stream: Stream): number {
  return isWatched(sight, stream) ? 0 : stream.mentions;
}

function isWatched({ attentive, place }: Sight, stream: Stream): boolean {
  return attentive && keyOf(placeOf(stream)) === keyOf(place);
}

export function totalUnread(state: State): number {
  let total = 0;
  for (const stream of state.streams.values()) total += unreadOf(state, stream);
  return total;
}
