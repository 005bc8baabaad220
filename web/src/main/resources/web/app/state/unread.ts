/** What is new to this person in a stream. Pure. */
import type { Content } from '../protocol/content';
import { apply } from './content';
import { type Message, ofFrame } from './message';
import { keyOf, type News, placeOf, type State, type Stream } from './state';
import { isNews, minus, NOTHING, plus, type Tally, tally, tallyBetween } from './tally';
import { knows, newestIn, reachesBackTo, type Timeline } from './timeline';
import { atRest, closed, withoutOldest } from './window';

/** How the person stands to the stream in which something arrives. */
export interface Attention {
  readonly me: string;
  /** The stream is the one on the page. */
  readonly shown: boolean;
  /** Its newest message is in sight. */
  readonly attentive: boolean;
}

/** Position after which everything is new to this person. */
export function readOf({ lastRead, unreadFrom }: Pick<Stream, 'lastRead' | 'unreadFrom'>): number | undefined {
  return unreadFrom ?? lastRead;
}

/** Something arrives, now or as part of what was missed. */
export function received<S extends Stream>(stream: S, content: Content, attention: Attention): S {
  const { me, shown, attentive } = attention;
  const stays = !isOwn(stream, content) && (shown ? !attentive : stream.left !== undefined);
  const timeline = fitted(apply(roomy(stream, content, stays), content, { me }), shown, stays);
  if (content.type !== 'message') return changed({ ...stream, timeline }, stream.timeline, me);
  const message = ofFrame(content);
  if (!isNewTo(stream, message) || !isNews(message, me)) return { ...stream, timeline };
  const isFirst = shown && !attentive && stream.unread === 0;
  const news = isFirst ? { after: readOf(stream) ?? message.position - 1, count: 0 } : stream.news;
  const more = news && { ...news, count: news.count + 1 };
  return recounted({ ...stream, timeline, news: more, ...plus(stream, tally([message], me)) }, me);
}

/** Written here, by somebody who then looks at the end. */
function isOwn({ timeline }: Stream, { type, id }: Content): boolean {
  return type === 'message' && timeline.unsent.some((message) => message.id === id);
}

/** Where somebody stays in the midst, nothing that they look at makes room for what arrives. */
function roomy({ timeline }: Stream, { type }: Content, stays: boolean): Timeline {
  return stays && type === 'message' ? closed(timeline) : timeline;
}

function fitted(timeline: Timeline, shown: boolean, stays: boolean): Timeline {
  if (stays) return timeline;
  if (!shown) return atRest(timeline);
  return timeline.newer.kind === 'none' ? withoutOldest(timeline) : timeline;
}

/** Whether it is not counted yet. */
function isNewTo(stream: Stream, message: Message): boolean {
  const { timeline, upTo = -1 } = stream;
  const heard = timeline.newer.kind !== 'none' && message.position <= timeline.newer.upTo;
  return message.position > Math.max(readOf(stream) ?? -1, upTo) && !heard && !knows(timeline, message);
}

/** What was new and is deleted is not new; a mention may come and go with an edit. */
function changed<S extends Stream>(stream: S, before: Timeline, me: string): S {
  const { timeline } = stream;
  if (timeline.messages === before.messages) return stream;
  const read = readOf(stream) ?? -1;
  const was = tallyBetween(before, read, Infinity, me);
  return recounted({ ...stream, ...minus(plus(stream, tallyBetween(timeline, read, Infinity, me)), was) }, me);
}

/** The counts, where everything that they count is here; else as they were. */
export function recounted<S extends Stream>(stream: S, me: string): S {
  const { timeline } = stream;
  const read = readOf(stream);
  if (read === undefined || timeline.newer.kind !== 'none' || !reachesBackTo(timeline, read)) return stream;
  const { unread, mentions } = tallyBetween(timeline, read, Infinity, me);
  const isSame = unread === stream.unread && mentions === stream.mentions && !stream.isMore;
  return isSame ? stream : { ...stream, unread, mentions, isMore: undefined };
}

/** Read here or on another device; a marker never moves back. */
export function readUpTo<S extends Stream>(stream: S, position: number, me: string): S {
  const before = readOf(stream) ?? -1;
  if (position <= before) return stream;
  const { lastRead = -1, unreadFrom } = stream;
  const read = {
    ...stream,
    lastRead: Math.max(lastRead, position),
    unreadFrom: unreadFrom !== undefined && position < lastRead ? position : undefined,
  };
  if (isAllRead(read, position)) return { ...read, ...NOTHING };
  return recounted({ ...read, ...atLeast(read, minus(read, tallyBetween(read.timeline, before, position, me))) }, me);
}

/** Whether nothing is known to stand after the position, and nothing may. */
export function isAllRead({ timeline, upTo, isMore }: Stream, position: number): boolean {
  if (timeline.seen >= 0 && position >= timeline.seen) return true;
  const newest = newestIn(timeline);
  if (timeline.newer.kind === 'none' && newest >= 0 && position >= newest) return true;
  return !isMore && upTo !== undefined && position >= Math.max(upTo, newest);
}

/** Of more than was counted, one at least is left. */
export function atLeast({ isMore }: Stream, { unread, mentions }: Tally): Tally {
  return { unread: isMore ? Math.max(1, unread) : unread, mentions };
}

/** Everything in the stream is read, as far as this page knows it: up to which position. */
export function newestOf({ timeline, upTo = -1, lastRead = -1 }: Stream): number {
  return Math.max(timeline.seen, newestIn(timeline), upTo, lastRead);
}

/** The line "new messages" for a stream that comes into view. */
export function entered<S extends Stream>(stream: S): S {
  return { ...stream, news: newsOf(stream), isHeld: undefined };
}

export function newsOf(stream: Stream): News | undefined {
  const { unread, isMore } = stream;
  return unread > 0 ? { after: readOf(stream) ?? -1, count: unread, isMore } : undefined;
}

/** Positions are of another log from now on: none of before says anything any more. */
export function withoutPositions<S extends Stream>(stream: S): S {
  const { timeline } = stream;
  return {
    ...stream,
    lastRead: undefined,
    unreadFrom: undefined,
    upTo: undefined,
    news: undefined,
    left: undefined,
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
  return attentive && !stream.isHeld && keyOf(placeOf(stream)) === keyOf(place);
}

export function totalUnread(state: State): number {
  let total = 0;
  for (const stream of state.streams.values()) total += unreadOf(state, stream);
  return total;
}
