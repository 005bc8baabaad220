import { sameUser, type StreamKey, userKey } from '../protocol/names';
import { changeStream } from '../state/changes';
import type { Context } from './context';
import { targetOf } from './place';

const SHOWN_MS = 5_000;
const TELL_AGAIN_MS = 3_000;

/** Who is typing where. */
export class Typing {
  readonly #context: Context;
  readonly #timers = new Map<string, number>();
  #told: { readonly key: StreamKey | undefined; readonly at: number } = { key: undefined, at: -TELL_AGAIN_MS };

  constructor(context: Context) {
    this.#context = context;
  }

  /** This person types there; told now and then. */
  tell(key: StreamKey): void {
    const now = performance.now();
    const stream = this.#context.store.state.streams.get(key);
    if (stream === undefined || (this.#told.key === key && now - this.#told.at < TELL_AGAIN_MS)) return;
    this.#told = { key, at: now };
    this.#context.connection.tell({ type: 'typing', ...targetOf(stream) });
  }

  /** What was typed is sent: the next key press is news again. */
  sent(): void {
    this.#told = { key: undefined, at: -TELL_AGAIN_MS };
  }

  onTyping(key: StreamKey, user: string): void {
    if (sameUser(user, this.#context.me)) return;
    this.onQuiet(key, user);
    const timer = window.setTimeout(() => this.onQuiet(key, user), SHOWN_MS);
    this.#timers.set(timerOf(key, user), timer);
    this.#change(key, (typing) => [...typing, user]);
  }

  onQuiet(key: StreamKey, user: string): void {
    const timer = this.#timers.get(timerOf(key, user));
    if (timer === undefined) return;
    window.clearTimeout(timer);
    this.#timers.delete(timerOf(key, user));
    this.#change(key, (typing) => typing.filter((other) => !sameUser(other, user)));
  }

  stop(): void {
    for (const timer of this.#timers.values()) window.clearTimeout(timer);
    this.#timers.clear();
  }

  #change(key: StreamKey, step: (typing: readonly string[]) => readonly string[]): void {
    this.#context.store.update((state) =>
      changeStream(state, key, (known) => ({ ...known, typing: step(known.typing) })),
    );
  }
}

function timerOf(key: StreamKey, user: string): string {
  return `${key}\n${userKey(user)}`;
}
