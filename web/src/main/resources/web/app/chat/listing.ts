import type { ConversationRow, RoomRow, UnreadAnswer } from '../protocol/answers';
import { changeConversation, changeRoom, described } from '../state/changes';
import { keyOf, placeOf, type State, type Stream } from '../state/state';
import type { Context } from './context';

const ASK_AGAIN_MS = 4_000;

/** The lists at the side of the page: my rooms, my private conversations, and what is new in them. */
export class Listing {
  readonly #context: Context;
  readonly #unwanted: (room: string) => boolean;
  #timer = 0;

  /** @param unwanted rooms that are not to be joined, member or not */
  constructor(context: Context, unwanted: (room: string) => boolean) {
    this.#context = context;
    this.#unwanted = unwanted;
  }

  stop(): void {
    window.clearTimeout(this.#timer);
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

  async #rooms(): Promise<void> {
    const rows = (await this.#context.api.rooms.mine()).filter(({ name }) => !this.#unwanted(name));
    this.#context.store.update((state) => rows.reduce(withMine, state));
  }

  async #conversations(): Promise<void> {
    const { conversations } = await this.#context.api.messages.conversations();
    this.#context.store.update((before) => conversations.reduce(withConversation, before));
  }

  async #unread(): Promise<void> {
    const answer = await this.#context.api.messages.unread();
    this.#context.store.update((state) => withUnread(state, answer));
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
    unread: Math.max(known.unread, row.unread),
    latest: Math.max(known.latest, row.last ? Date.parse(row.last.at) : 0),
  }));
}

/**
 * A count or a marker of this page's own that is ahead of the answer stays. The place that the page opened with gets its
 * line "new messages" only now that it is known how far it was read.
 */
function withUnread(state: State, { rooms, direct }: UnreadAnswer): State {
  const shown = keyOf(state.place);
  const counted = <S extends Stream>(stream: S, unread: number, position: number): S => {
    if (position < stream.lastRead) return stream;
    const isFirst = !state.listed && keyOf(placeOf(stream)) === shown && unread > 0;
    const newAfter = isFirst ? position : stream.newAfter;
    return { ...stream, lastRead: position, unread: Math.max(unread, stream.unread), newAfter };
  };
  const withRooms = rooms.reduce(
    (now, { room, unread, position }) => changeRoom(now, room, (known) => counted(known, unread, position)),
    state,
  );
  return direct.reduce(
    (now, row) => changeConversation(now, row.with, (known) => counted(known, row.unread, row.position)),
    withRooms,
  );
}
