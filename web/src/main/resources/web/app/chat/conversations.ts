import type { JoinedConversation } from '../protocol/frames';
import { directKey, type StreamKey } from '../protocol/names';
import { changeConversation } from '../state/changes';
import type { Conversation } from '../state/state';
import { restarted } from '../state/timeline';
import type { Context } from './context';

const JOINS_AT_ONCE = 4;

/** The private conversations that this page has looked into, on the present connection and the next ones. */
export class Conversations {
  readonly #context: Context;
  readonly #joined: (key: StreamKey, resumed: boolean) => void;
  /** Conversations joined on the present connection. */
  readonly #live = new Set<StreamKey>();
  readonly #joining = new Map<StreamKey, Promise<void>>();
  /** The log from which each conversation's positions are. */
  readonly #epochs = new Map<StreamKey, string>();

  constructor(context: Context, joined: (key: StreamKey, resumed: boolean) => void) {
    this.#context = context;
    this.#joined = joined;
  }

  onLost(): void {
    this.#live.clear();
  }

  /** Goes on, on a new connection, in whatever was looked into before. */
  async joinAll(epoch: string): Promise<void> {
    for (const [key, known] of this.#epochs) if (known !== epoch) this.#epochs.delete(key);
    const wanted = [...this.#context.store.state.streams.values()]
      .filter((stream): stream is Conversation => stream.kind === 'direct')
      .filter(({ timeline }) => timeline.seen >= 0);
    const next = async (): Promise<void> => {
      for (let one = wanted.shift(); one !== undefined; one = wanted.shift()) await this.join(one.with);
    };
    await Promise.all(Array.from({ length: JOINS_AT_ONCE }, next));
  }

  /**
   * Done when it is known from where on the conversation comes live; also when that can't be had now, for then it goes on
   * as it is, and is asked again on the next connection.
   */
  join(user: string): Promise<void> {
    const key = directKey(user);
    if (this.#live.has(key)) return Promise.resolve();
    const running = this.#joining.get(key) ?? this.#join(key, user).catch(() => undefined);
    this.#joining.set(key, running);
    return running.finally(() => this.#joining.delete(key));
  }

  async #join(key: StreamKey, user: string): Promise<void> {
    const { connection, store } = this.#context;
    await connection.whenLive();
    const stream = store.state.streams.get(key);
    const epoch = this.#epochs.get(key);
    const seen = stream?.timeline.seen ?? -1;
    const since = epoch !== undefined && seen >= 0 ? { since: seen, epoch } : {};
    this.#onJoined(key, user, await connection.request({ type: 'join', to: user, ...since }));
  }

  #onJoined(key: StreamKey, user: string, { epoch, position, resumed }: JoinedConversation): void {
    this.#live.add(key);
    this.#epochs.set(key, epoch);
    if (!resumed) {
      this.#context.store.update((state) =>
        changeConversation(state, user, (known) => ({ ...known, timeline: restarted(known.timeline, position + 1) })),
      );
    }
    this.#joined(key, resumed);
  }
}
