import type { ConversationRow, RoomRow } from '../protocol/answers';
import { changeConversation, changeRoom, described } from '../state/changes';
import type { State } from '../state/state';
import { isOutdated, withCounts } from '../state/counts';
import type { Context } from './context';

const ASK_AGAIN_MS = 4_000;
const COUNT_AFTER_MS = 1_500;
/** A server that does not know yet what was read is asked again so often. */
const COUNTS = 5;

/** The lists at the side of the page: my rooms, my private conversations, and what is new in them. */
export class Listing {
  readonly #context: Context;
  readonly #unwanted: (room: string) => boolean;
  readonly #counts: () => void;
  #timer = 0;
  #countTimer = 0;
  /** What was counted last may be more than there is. */
  #isOutdated = false;
  #onCounted: () => void = () => undefined;
  /** Done when it has been asked for the first time how far everything was read, whatever the answer. */
  readonly counted = new Promise<void>((done) => {
    this.#onCounted = done;
  });

  /**
   * @param unwanted rooms that are not to be joined, member or not
   * @param counts called when something was counted
   */
  constructor(context: Context, unwanted: (room: string) => boolean, counts: () => void) {
    this.#context = context;
    this.#counts = counts;
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
  countSoon(counts = COUNTS): void {
    window.clearTimeout(this.#countTimer);
    this.#countTimer = window.setTimeout(() => void this.#count(counts).catch(() => undefined), COUNT_AFTER_MS);
  }

  async #count(counts: number): Promise<void> {
    await this.#unread();
    if (this.#isOutdated && counts > 1) this.countSoon(counts - 1);
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
      this.#counts();
      this.#isOutdated = isOutdated(this.#context.store.state, answer);
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
