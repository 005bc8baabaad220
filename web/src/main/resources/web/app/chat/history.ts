import type { HistoryPage } from '../protocol/answers';
import type { StreamKey } from '../protocol/names';
import { problemOf, sentence } from '../protocol/problem';
import { changeTimeline } from '../state/changes';
import { keyOf, type Stream } from '../state/state';
import { type Older, type Timeline, withMessages, withOlder } from '../state/timeline';
import type { Tickets } from '../device/tickets';
import type { Span } from '../api/messages';
import type { Context } from './context';

const ASK_AGAIN_MS = 5_000;
const MOST_CATCH_UP_PAGES = 20;

/** Brings what was said before, page by page. */
export class History {
  readonly #context: Context;
  readonly #tickets: Tickets;
  #again = 0;

  constructor(context: Context, tickets: Tickets) {
    this.#context = context;
    this.#tickets = tickets;
  }

  stop(): void {
    window.clearTimeout(this.#again);
  }

  /** The first page of a stream that has none yet. */
  async open(key: StreamKey): Promise<void> {
    const stream = this.#stream(key);
    const unfetched = stream?.timeline.older.kind === 'more' && stream.timeline.messages.length < 20;
    if (unfetched) await this.older(key);
  }

  /** The page before what is known; of a room only once one is in it, so that nothing is said between page and join. */
  async older(key: StreamKey): Promise<void> {
    const stream = this.#stream(key);
    const older = stream?.timeline.older;
    if (stream === undefined || older === undefined || older.kind === 'loading' || older.kind === 'none') return;
    if (stream.kind === 'room' && stream.access.kind !== 'in') return;
    const asked: Older = { kind: 'loading', before: older.before };
    this.#change(key, (timeline) => ({ ...timeline, older: asked }));
    try {
      const page = await this.#page(stream, { before: older.before });
      this.#answer(key, asked, (timeline) => withOlder(timeline, page.messages, page.prev ?? undefined));
    } catch (error) {
      const problem = problemOf(error);
      const failed: Older = { kind: 'failed', before: older.before, why: sentence(problem) };
      this.#answer(key, asked, (timeline) => ({ ...timeline, older: failed }));
      if (problem.passing) this.#retryLater(key, (problem.retryAfter ?? 0) * 1000);
    }
  }

  /** What came after the last thing seen, for a conversation that missed some of it. */
  async catchUp(key: StreamKey): Promise<void> {
    for (let pages = 0; pages < MOST_CATCH_UP_PAGES; pages++) {
      const stream = this.#stream(key);
      if (stream === undefined || stream.timeline.messages.length === 0) return;
      const page = await this.#page(stream, { after: stream.timeline.seen }).catch(() => undefined);
      if (page === undefined) return;
      this.#change(key, (timeline) => withMessages(timeline, page.messages));
      if (page.messages.length === 0 || (page.next ?? undefined) === undefined) return;
    }
  }

  /** Takes an answer unless the timeline has started again since it was asked for. */
  #answer(key: StreamKey, asked: Older, step: (timeline: Timeline) => Timeline): void {
    this.#change(key, (timeline) => (timeline.older === asked ? step(timeline) : timeline));
  }

  #retryLater(key: StreamKey, wait: number): void {
    window.clearTimeout(this.#again);
    this.#again = window.setTimeout(
      () => {
        const shown = keyOf(this.#context.store.state.place) === key;
        if (shown && this.#stream(key)?.timeline.older.kind === 'failed') void this.older(key);
      },
      Math.max(wait, ASK_AGAIN_MS),
    );
  }

  #page(stream: Stream, span: Span): Promise<HistoryPage> {
    const { messages } = this.#context.api;
    if (stream.kind === 'direct') return messages.withPerson(stream.with, span);
    return messages.ofRoom(stream.name, span, this.#tickets.of(keyOf({ kind: 'room', room: stream.name })));
  }

  #stream(key: StreamKey): Stream | undefined {
    return this.#context.store.state.streams.get(key);
  }

  #change(key: StreamKey, step: (timeline: Timeline) => Timeline): void {
    this.#context.store.update((state) => changeTimeline(state, key, step));
  }
}
