import type { HistoryPage } from '../protocol/answers';
import type { StreamKey } from '../protocol/names';
import { problemOf, sentence } from '../protocol/problem';
import { changeStream, changeTimeline } from '../state/changes';
import { withPage } from '../state/content';
import { isInRoom, type Message, ofHistory } from '../state/message';
import { keyOf, placeOf, type Sought, type Stream } from '../state/state';
import { withNotice } from '../state/notices';
import {
  type Newer,
  type Older,
  storedUpTo,
  type TakeIn,
  type Timeline,
  withMidst,
  withNewer,
  withNewest,
  withOlder,
} from '../state/timeline';
import { around, covers, withoutNewest, withoutOldest } from '../state/window';
import type { Tickets } from '../device/tickets';
import { PAGE, type Span } from '../api/messages';
import type { Context } from './context';
import { targetOf } from './place';

const ASK_AGAIN_MS = 5_000;
/** What has just been told is in the history a moment later. */
const ASK_SOON_MS = 300;
/** A stream of which so much is here needs no page to begin with. */
const ENOUGH = 20;

/** Brings what was said before, page by page, and lets go of what is far from where one looks. */
export class History {
  readonly #context: Context;
  readonly #tickets: Tickets;
  readonly #again = new Map<StreamKey, number>();
  /** What is in a page is in the history. */
  readonly #takeIn: TakeIn = (timeline, page) =>
    storedUpTo(withPage(timeline, page, { me: this.#context.me }), page.at(-1)?.position ?? -1);

  constructor(context: Context, tickets: Tickets) {
    this.#context = context;
    this.#tickets = tickets;
  }

  stop(): void {
    for (const timer of this.#again.values()) window.clearTimeout(timer);
  }

  /** What a stream begins with when it comes into view: what is around where one begins to read, or the newest page. */
  async open(key: StreamKey): Promise<void> {
    const stream = this.#stream(key);
    if (stream === undefined) return;
    const { timeline, left, news, unread } = stream;
    const fetchable = timeline.older.kind === 'more' || timeline.older.kind === 'failed';
    const bare = fetchable && timeline.messages.length < ENOUGH;
    const isNear = left === undefined && (news === undefined || unread < PAGE);
    if (bare && isNear) await this.older(key);
    await this.#toStart(key);
  }

  /** The page before what is known; of a room only once one is in it, so that nothing is said between page and join. */
  async older(key: StreamKey): Promise<void> {
    const older = this.#stream(key)?.timeline.older;
    if (older === undefined || older.kind === 'none') return;
    await this.#olderBy(key, { before: older.before }, (timeline, { messages, prev }) =>
      withoutNewest(withOlder(timeline, rowsOf(messages), prev ?? undefined, this.#takeIn)),
    );
  }

  /** The page after what is known, where that is not the newest. */
  async newer(key: StreamKey): Promise<void> {
    const stream = this.#stream(key);
    const newer = stream?.timeline.newer;
    if (stream === undefined || newer === undefined || newer.kind === 'none' || newer.kind === 'loading') return;
    const { after, upTo } = newer;
    this.#change(key, (timeline) => ({ ...timeline, newer: { kind: 'loading', after, upTo } }));
    const step = await this.#newerPage(stream, after);
    this.#change(key, (timeline) => {
      const { newer: now } = timeline;
      return now.kind === 'loading' && now.after === after ? step(timeline, now) : timeline;
    });
  }

  /** To the end, leaving out what is between it and what is here; this stays if that can't be had. */
  async toNewest(key: StreamKey): Promise<void> {
    await this.#goTo(key, { kind: 'end' }, async (stream) => {
      if (stream.timeline.newer.kind === 'none') return;
      const { messages, prev } = await this.#page(stream, {});
      this.#change(key, (timeline) => withNewest(timeline, rowsOf(messages), prev ?? undefined, this.#takeIn));
    });
  }

  /** To the line before what was new. */
  async toFirstNew(key: StreamKey): Promise<void> {
    await this.#goTo(key, { kind: 'first-new' }, async ({ timeline, news }) => {
      if (news !== undefined && !covers(timeline, news.after)) await this.around(key, Math.max(0, news.after));
    });
  }

  /** The page around a position, which is then what is looked at; fails with a `Problem`. */
  async around(key: StreamKey, position: number): Promise<void> {
    const stream = this.#stream(key);
    if (stream === undefined) return;
    const page = await this.#page(stream, { around: position });
    this.#change(key, (timeline) => this.#withMidst(timeline, page, position));
  }

  async #goTo(key: StreamKey, sought: Sought, bring: (stream: Stream) => Promise<void>): Promise<void> {
    const stream = this.#stream(key);
    if (stream === undefined) return;
    try {
      await bring(stream);
      this.#context.store.update((state) => changeStream(state, key, (now) => ({ ...now, sought })));
    } catch (error) {
      const why = sentence(problemOf(error));
      this.#context.store.update((state) => withNotice(state, `That part can’t be had right now. ${why}`, { tone: 'warning' }));
    }
  }

  /** To where one was, or to the first new message. */
  async #toStart(key: StreamKey): Promise<void> {
    const stream = this.#stream(key);
    const start = stream?.left?.position ?? stream?.news?.after;
    if (stream === undefined || start === undefined || covers(stream.timeline, start)) return;
    await this.#olderBy(key, { around: Math.max(0, start) }, (timeline, page) => this.#withMidst(timeline, page, start));
  }

  #withMidst(timeline: Timeline, { messages, prev, next }: HistoryPage, position: number): Timeline {
    const all = withMidst(timeline, rowsOf(messages), prev ?? undefined, next ?? undefined, this.#takeIn);
    return around(all, position);
  }

  /** Takes the page unless the timeline has started again since it was asked for. */
  async #olderBy(key: StreamKey, span: Span, step: (timeline: Timeline, page: HistoryPage) => Timeline): Promise<void> {
    const stream = this.#stream(key);
    const older = stream?.timeline.older;
    if (stream === undefined || older === undefined || older.kind === 'loading' || older.kind === 'none') return;
    if (stream.kind === 'room' && stream.access.kind !== 'in') return;
    const asked: Older = { kind: 'loading', before: older.before };
    this.#change(key, (timeline) => ({ ...timeline, older: asked }));
    try {
      const page = await this.#page(stream, span);
      this.#answer(key, asked, (timeline) => step(timeline, page));
    } catch (error) {
      const problem = problemOf(error);
      const failed: Older = { kind: 'failed', before: older.before, why: sentence(problem) };
      this.#answer(key, asked, (timeline) => ({ ...timeline, older: failed }));
      if (problem.passing) this.#retryLater(key, (problem.retryAfter ?? 0) * 1000);
    }
  }

  async #newerPage(
    stream: Stream,
    after: string | number,
  ): Promise<(timeline: Timeline, newer: Newer & { readonly upTo: number }) => Timeline> {
    try {
      const { messages, next } = await this.#page(stream, { after });
      if (messages.length === 0) await new Promise((resolve) => window.setTimeout(resolve, ASK_SOON_MS));
      return (timeline) => withoutOldest(withNewer(timeline, rowsOf(messages), next ?? undefined, this.#takeIn));
    } catch (error) {
      const problem = problemOf(error);
      if (problem.passing) this.#retryLater(keyOfStream(stream), (problem.retryAfter ?? 0) * 1000);
      return (timeline, { upTo }) => ({ ...timeline, newer: { kind: 'failed', after, upTo, why: sentence(problem) } });
    }
  }

  #answer(key: StreamKey, asked: Older, step: (timeline: Timeline) => Timeline): void {
    this.#change(key, (timeline) => (timeline.older === asked ? step(timeline) : timeline));
  }

  #retryLater(key: StreamKey, wait: number): void {
    window.clearTimeout(this.#again.get(key));
    const timer = window.setTimeout(() => void this.#retry(key), Math.max(wait, ASK_AGAIN_MS));
    this.#again.set(key, timer);
  }

  async #retry(key: StreamKey): Promise<void> {
    if (keyOf(this.#context.store.state.place) !== key) return;
    if (this.#stream(key)?.timeline.older.kind === 'failed') {
      await this.open(key);
      if (this.#stream(key)?.timeline.older.kind === 'failed') await this.older(key);
    }
    if (this.#stream(key)?.timeline.newer.kind === 'failed') await this.newer(key);
  }

  #page(stream: Stream, span: Span): Promise<HistoryPage> {
    return this.#context.api.messages.page(targetOf(stream), span, this.#tickets.of(keyOfStream(stream)));
  }

  #stream(key: StreamKey): Stream | undefined {
    return this.#context.store.state.streams.get(key);
  }

  #change(key: StreamKey, step: (timeline: Timeline) => Timeline): void {
    this.#context.store.update((state) => changeTimeline(state, key, step));
  }
}

/** Those of a page that are shown in their stream. */
function rowsOf(messages: HistoryPage['messages']): readonly Message[] {
  return messages.map(ofHistory).filter(isInRoom);
}

function keyOfStream(stream: Stream): StreamKey {
  return keyOf(placeOf(stream));
}
