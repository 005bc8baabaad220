import type { ConversationRow, RoomRow } from '../protocol/answers';
import { changeConversation, changeRoom, described } from '../state/changes';
import type { State } from '../state/state';
import { withCounts } from '../state/counts';
import type { Context } from './context';

const ASK_AGAIN_MS = 4_000;
const COUNT_AFTER_MS = 1_500;

/** The lists at the side of the page: my rooms, my private conversations, and what is new in them. */
export class Listing {
  readonly #context: Context;
  readonly #unwanted: (room: string) => boolean;
  #timer = 0;
  #countTimer = 0;
  #onCounted: () => void = () => undefined;
  /** Done when it has been asked for the first time how far everything was read, whatever the answer. */
  readonly counted = new Promise<void>((done) => {
    this.#onCounted = done;
  });

  /** @param unwanted rooms that are not to be joined, member or not */
  constructor(context: Context, unwanted: (room: string) => boolean) {
    this.#context = context;
    this.#unwanted = unwanted;
  }

  stop(): void {
    window.clearTimeout(this.#timer);
    window.clearTimeout(this.#countTimer);
  }

  /** Fetches everything; what can't be had now is asked for again. `done` is called each time something came. */
  async fetch(done: () => void): Promise<void> {
    const answers = await Promise.allSettled([this.#rooms(), this.#conversations(), this.#unread()]);
    this.#context.store.update((state) => ({ ...state, listed: true }));
    done();
    if (answers.some(({ status }) => status === 'rejected')) {
      window.clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.fetch(done), ASK_AGAIN_MS);
    }
  }

  /** Asks again how much is new, once things have settled. */
  countSoon(): void {
    window.clearTimeout(this.#countTimer);
    this.#countTimer = window.setTimeout(() => void this.#unread().catch(() => undefined), COUNT_AFTER_MS);
  }

  async #rooms(): Promise<void> {
    const rows = (await this.#context.api.rooms.mine()).filter(({ name }) => !this.#unwanted(name));
    this.#context.store.update((state) => rows.reduce(withMine, state));
  }

  async #conversations(): Promise<void> {
    const conversations = await this.#context.api.messages.conversations();
    this.#context.store.update((before) => conversations.reduce(withConversation, before));
  }

  async #unread(): Promise<void> {
    try {
      const answer = await this.#context.api.messages.unread();
      this.#context.store.update((state) => withCounts(state, answer));
    } finally {
      this.#onCounted();
    }
  }
}

function withMine(state: State, row: RoomRow): State {
  return changeRoom(state, row.name, (room) => {
    const access = room.access.kind === 'outside' ? ({ kind: 'joining' } as const) : room.access;
    return { ...described(room, row), access };
  });
}

function withConversation(state: State, row: ConversationRow): State {
  return changeConversation(state, row.with, (known) => ({
    ...known,
    latest: Math.max(known.latest, row.last ? Date.parse(row.last.at) : 0),
  }));
}
