import type { Tickets } from '../device/tickets';
import type { HistoryPage } from '../protocol/answers';
import type { MessageRef } from '../protocol/content';
import type { StreamKey } from '../protocol/names';
import { problemOf, sentence } from '../protocol/problem';
import { changeThread } from '../state/changes';
import { withPage } from '../state/content';
import { isAt, isSame, type Message, ofHistory } from '../state/message';
import type { Thread } from '../state/state';
import { emptyTimeline, type Older, storedUpTo, withOlder } from '../state/timeline';
import type { Context } from './context';
import { targetOf } from './place';

/** The thread that is open beside its room or conversation. */
export class Threads {
  readonly #context: Context;
  readonly #tickets: Tickets;

  constructor(context: Context, tickets: Tickets) {
    this.#context = context;
    this.#tickets = tickets;
  }

  /** What is known of the root is shown at once, the answers when they come. */
  open(key: StreamKey, root: MessageRef): void {
    const open = this.#context.store.state.thread;
    if (open?.key === key && isSame(open.root, root)) return;
    const stream = this.#context.store.state.streams.get(key);
    const known = stream?.timeline.messages.filter((message) => isAt(message, root)) ?? [];
    const { stored, readByOthers, recent } = stream?.timeline ?? emptyTimeline;
    const timeline = { ...emptyTimeline, messages: known, stored, readByOthers, recent };
    this.#context.store.update((state) => ({ ...state, thread: { key, root, timeline, alsoInRoom: false } }));
    void this.older();
  }

  close(): void {
    this.#context.store.update((state) => (state.thread === undefined ? state : { ...state, thread: undefined }));
  }

  /** From its beginning, for one that may have missed something. */
  refresh(key?: StreamKey): void {
    const { thread } = this.#context.store.state;
    if (thread === undefined || (key !== undefined && thread.key !== key)) return;
    this.#change(thread, (now) => ({ ...now, timeline: { ...now.timeline, older: emptyTimeline.older } }));
    void this.older();
  }

  setAlsoInRoom(alsoInRoom: boolean): void {
    this.#context.store.update((state) => (state.thread ? { ...state, thread: { ...state.thread, alsoInRoom } } : state));
  }

  /** The newest answers, then page by page the ones before them. */
  async older(): Promise<void> {
    const { thread } = this.#context.store.state;
    const older = thread?.timeline.older;
    if (thread === undefined || older === undefined || older.kind === 'none' || older.kind === 'loading') return;
    this.#setOlder(thread, { kind: 'loading', before: older.before });
    try {
      const { messages, prev } = await this.#page(thread, older.before);
      this.#change(thread, (now) => this.#withPage(now, messages.map(ofHistory), prev ?? undefined));
    } catch (error) {
      this.#setOlder(thread, { kind: 'failed', before: older.before, why: sentence(problemOf(error)) });
    }
  }

  #page({ key, root }: Thread, before: string | number | undefined): Promise<HistoryPage> {
    const stream = this.#context.store.state.streams.get(key);
    const target = stream === undefined ? { to: '' } : targetOf(stream);
    return this.#context.api.messages.thread(target, root, { before }, this.#tickets.of(key));
  }

  #withPage(thread: Thread, page: readonly Message[], prev: string | number | undefined): Thread {
    const view = { me: this.#context.me, thread: thread.root };
    const timeline = withOlder(thread.timeline, page, prev, (now, rows) =>
      storedUpTo(withPage(now, rows, view), rows.at(-1)?.position ?? -1),
    );
    return { ...thread, timeline };
  }

  #setOlder(thread: Thread, older: Older): void {
    this.#change(thread, (now) => ({ ...now, timeline: { ...now.timeline, older } }));
  }

  /** Only as long as it is the one that is open. */
  #change({ key, root }: Thread, change: (thread: Thread) => Thread): void {
    this.#context.store.update((state) =>
      changeThread(state, key, (now) => (isSame(now.root, root) ? change(now) : now)),
    );
  }
}
