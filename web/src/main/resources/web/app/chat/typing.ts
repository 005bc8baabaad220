import { roomKey, sameUser } from '../protocol/names';
import { changeRoom, roomNamed } from '../state/changes';
import type { Context } from './context';

const SHOWN_MS = 5_000;
const TELL_AGAIN_MS = 3_000;

/** Who is typing where. */
export class Typing {
  readonly #context: Context;
  readonly #timers = new Map<string, number>();
  #told = { room: '', at: -TELL_AGAIN_MS };

  constructor(context: Context) {
    this.#context = context;
  }

  /** This person types in the room; told now and then. */
  tell(room: string): void {
    const now = performance.now();
    if (this.#told.room === room && now - this.#told.at < TELL_AGAIN_MS) return;
    this.#told = { room, at: now };
    this.#context.connection.tell({ type: 'typing', room });
  }

  /** What was typed is sent: the next key press is news again. */
  sent(): void {
    this.#told = { room: '', at: -TELL_AGAIN_MS };
  }

  onTyping(room: string, user: string): void {
    if (sameUser(user, this.#context.me) || roomNamed(this.#context.store.state, room) === undefined) return;
    this.onQuiet(room, user);
    const timer = window.setTimeout(() => this.onQuiet(room, user), SHOWN_MS);
    this.#timers.set(timerOf(room, user), timer);
    this.#change(room, (typing) => [...typing, user]);
  }

  onQuiet(room: string, user: string): void {
    const timer = this.#timers.get(timerOf(room, user));
    if (timer === undefined) return;
    window.clearTimeout(timer);
    this.#timers.delete(timerOf(room, user));
    this.#change(room, (typing) => typing.filter((other) => !sameUser(other, user)));
  }

  stop(): void {
    for (const timer of this.#timers.values()) window.clearTimeout(timer);
    this.#timers.clear();
  }

  #change(room: string, step: (typing: readonly string[]) => readonly string[]): void {
    this.#context.store.update((state) =>
      roomNamed(state, room) === undefined
        ? state
        : changeRoom(state, room, (known) => ({ ...known, typing: step(known.typing) })),
    );
  }
}

function timerOf(room: string, user: string): string {
  return `${roomKey(room)}\n${user.toLowerCase()}`;
}
