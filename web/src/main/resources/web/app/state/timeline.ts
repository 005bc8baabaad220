/** What has been said in one room or conversation, as far as this page knows it. Pure. */
import type { Uploaded } from '../protocol/answers';
import type { Content, MessageRef } from '../protocol/content';
import { type Message } from './message';

/** Written here and not known to be kept; it keeps its id however often it is sent. */
export interface Unsent {
  readonly id: string;
  readonly at: string;
  readonly text: string;
  readonly replyTo?: MessageRef;
  readonly thread?: MessageRef;
  readonly alsoInRoom?: boolean;
  readonly attachments?: readonly Uploaded[];
  /** `held`: can't be sent for now, and is tried again by itself; `failed`: only if asked to. */
  readonly state: 'pending' | 'held' | 'failed';
  readonly why?: string | undefined;
}

/** What lies before the first message here. */
export type Older =
  | { readonly kind: 'more'; readonly before: string | number | undefined }
  | { readonly kind: 'loading'; readonly before: string | number | undefined }
  | { readonly kind: 'failed'; readonly before: string | number | undefined; readonly why: string }
  | { readonly kind: 'none' };

/**
 * What lies behind the last message here. Where there is something, what arrives is not taken in, so that there is no
 * hole: it is fetched with the rest.
 */
export type Newer =
  | { readonly kind: 'none' }
  | Beyond<'more'>
  | Beyond<'loading'>
  | (Beyond<'failed'> & { readonly why: string });

interface Beyond<K> {
  readonly kind: K;
  readonly after: string | number;
  /** Position of the newest message that is known to be out there. */
  readonly upTo: number;
}

export interface Timeline {
  /** By position, each once, without a hole. */
  readonly messages: readonly Message[];
  /** In the order of writing. */
  readonly unsent: readonly Unsent[];
  readonly older: Older;
  readonly newer: Newer;
  /** The last position seen of anything in the stream, -1 before anything; where to resume. */
  readonly seen: number;
  /** The last changes of messages, in the log's order. */
  readonly recent: readonly Content[];
  /** What stands up to here is in the history, as far as is known. */
  readonly stored: number;
  /** Somebody else has read up to here, as far as is known. */
  readonly readByOthers: number;
}

export const emptyTimeline: Timeline = {
  messages: [],
  unsent: [],
  older: { kind: 'more', before: undefined },
  newer: { kind: 'none' },
  seen: -1,
  recent: [],
  stored: -1,
  readByOthers: -1,
};

export function withMessages(timeline: Timeline, arrived: readonly Message[]): Timeline {
  const fresh = arrived.filter((message) => !knows(timeline, message));
  const ids = new Set(arrived.map((message) => message.id));
  const unsent = timeline.unsent.filter((message) => !ids.has(message.id));
  const unchanged = fresh.length === 0 && unsent.length === timeline.unsent.length;
  const last = arrived.reduce((position, message) => Math.max(position, message.position), timeline.seen);
  if (unchanged && last === timeline.seen) return timeline;
  return { ...timeline, messages: merged(timeline.messages, fresh), unsent, seen: last };
}

/** Something was said, now. */
export function withArrival(timeline: Timeline, message: Message): Timeline {
  const { newer, seen } = timeline;
  if (newer.kind === 'none') return withMessages(timeline, [message]);
  const unsent = timeline.unsent.filter(({ id }) => id !== message.id);
  const upTo = Math.max(newer.upTo, message.position);
  return { ...timeline, unsent, newer: { ...newer, upTo }, seen: Math.max(seen, message.position) };
}

/** Takes in the messages of a page. */
export type TakeIn = (timeline: Timeline, page: readonly Message[]) => Timeline;

export function withOlder(
  timeline: Timeline,
  page: readonly Message[],
  prev: string | number | undefined,
  takeIn: TakeIn = withMessages,
): Timeline {
  return { ...takeIn(timeline, page), older: olderFrom(prev) };
}

/** The page that follows; the last one when it reaches what is known to be the newest. */
export function withNewer(
  timeline: Timeline,
  page: readonly Message[],
  next: string | number | undefined,
  takeIn: TakeIn = withMessages,
): Timeline {
  const all = takeIn(timeline, page);
  const { newer } = timeline;
  if (newer.kind === 'none') return all;
  const last = all.messages.at(-1)?.position ?? -1;
  const ends = next === undefined && last >= newer.upTo;
  return { ...all, newer: ends ? { kind: 'none' } : { kind: 'more', after: next ?? last, upTo: newer.upTo } };
}

/** A page from the midst of the stream, in place of what is here unless it joins on to that. */
export function withMidst(
  timeline: Timeline,
  page: readonly Message[],
  prev: string | number | undefined,
  next: string | number | undefined,
  takeIn: TakeIn = withMessages,
): Timeline {
  const [first, last] = [page[0]?.position ?? -1, page.at(-1)?.position ?? -1];
  const [start, end] = [timeline.messages[0]?.position ?? Infinity, timeline.messages.at(-1)?.position ?? -1];
  const meets = start <= last && first <= end;
  const upTo = newestIn(timeline);
  const isAtEnd = next === undefined && upTo <= last;
  const goesOn: Newer = isAtEnd ? { kind: 'none' } : { kind: 'more', after: next ?? last, upTo };
  const kept = { ...timeline, messages: meets ? timeline.messages : [] };
  const joined = takeIn(kept, page);
  if (!meets) return { ...joined, older: olderFrom(prev), newer: goesOn };
  return {
    ...joined,
    older: first < start ? olderFrom(prev) : notLoading(timeline.older),
    newer: last > end ? goesOn : timeline.newer,
  };
}

function notLoading(older: Older): Older {
  return older.kind === 'loading' ? { kind: 'more', before: older.before } : older;
}

function olderFrom(prev: string | number | undefined): Older {
  return prev === undefined ? { kind: 'none' } : { kind: 'more', before: prev };
}

/** The newest page, in place of what is here; what was said meanwhile is fetched after it. */
export function withNewest(
  timeline: Timeline,
  page: readonly Message[],
  prev: string | number | undefined,
  takeIn: TakeIn = withMessages,
): Timeline {
  const last = page.at(-1)?.position ?? -1;
  const upTo = newestIn(timeline);
  const newer: Newer = upTo <= last ? { kind: 'none' } : { kind: 'more', after: last, upTo };
  return { ...takeIn({ ...timeline, messages: [] }, page), older: olderFrom(prev), newer };
}

/** Position of the newest message that is known, here or beyond; -1 if there is none. */
export function newestIn({ messages, newer }: Timeline): number {
  const last = messages.at(-1)?.position ?? -1;
  return newer.kind === 'none' ? last : Math.max(last, newer.upTo);
}

/** Whether everything after the position is here, up to where the timeline ends. */
export function reachesBackTo({ messages, older }: Timeline, position: number): boolean {
  return older.kind === 'none' || (messages[0]?.position ?? Infinity) <= position;
}

/** Whether the very message is here: by its place in the stream, or by its author's id for it. */
export function knows(timeline: Timeline, message: Message): boolean {
  return timeline.messages.some(
    (known) => known.position === message.position || (known.id === message.id && known.from === message.from),
  );
}

function merged(known: readonly Message[], fresh: readonly Message[]): readonly Message[] {
  if (fresh.length === 0) return known;
  const last = known.at(-1)?.position ?? -1;
  const all = [...known, ...fresh];
  const inOrder = fresh.length === 1 && fresh[0] !== undefined && fresh[0].position > last;
  return inOrder ? all : all.sort((one, other) => one.position - other.position);
}

/**
 * Forgets what was said; keeps what waits to be sent.
 *
 * @param before where history ends: everything from there on comes live; absent if what comes live may overlap with it
 */
export function restarted(timeline: Timeline, before: number | undefined): Timeline {
  const { unsent, recent, stored, readByOthers } = timeline;
  const seen = before === undefined ? timeline.seen : before - 1;
  return { ...emptyTimeline, unsent, recent, stored, readByOthers, older: { kind: 'more', before }, seen };
}

/** History has what stands up to here. */
export function storedUpTo(timeline: Timeline, position: number): Timeline {
  return position > timeline.stored ? { ...timeline, stored: position } : timeline;
}

/** Somebody else has read up to here. */
export function readByOthersUpTo(timeline: Timeline, position: number): Timeline {
  return position > timeline.readByOthers ? { ...timeline, readByOthers: position } : timeline;
}

export function seenUpTo(timeline: Timeline, position: number): Timeline {
  return position > timeline.seen ? { ...timeline, seen: position } : timeline;
}

export function withUnsent(timeline: Timeline, message: Unsent): Timeline {
  return { ...timeline, unsent: [...timeline.unsent.filter(({ id }) => id !== message.id), message] };
}

export function withState(timeline: Timeline, id: string, state: Unsent['state'], why?: string): Timeline {
  const unsent = timeline.unsent.map((message) => (message.id === id ? { ...message, state, why } : message));
  return { ...timeline, unsent };
}

export function withoutUnsent(timeline: Timeline, id: string): Timeline {
  return { ...timeline, unsent: timeline.unsent.filter((message) => message.id !== id) };
}
