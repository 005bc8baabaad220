import type { ReadFrame } from '../protocol/frames';
import { directKey, roomKey, type StreamKey, userKey } from '../protocol/names';
import { changeStream } from '../state/changes';
import { keyOf } from '../state/state';
import { readUpTo } from '../state/unread';
import type { Context } from './context';

const TELL_AFTER_MS = 700;

/** How far this person has read, here and on other devices. */
export class Reading {
  readonly #context: Context;
  readonly #untold = new Map<StreamKey, number>();
  #timer = 0;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Whether the newest message of the place shown is in sight; what is in sight is read. */
  onAttention(attentive: boolean): void {
    const { store } = this.#context;
    store.update((state) => (state.attentive === attentive ? state : { ...state, attentive }));
    if (attentive) this.#read(keyOf(store.state.place));
  }

  onReadElsewhere(frame: ReadFrame): void {
    const key = frame.room !== undefined ? roomKey(frame.room) : this.#conversation(frame.conversation);
    if (key !== undefined) this.#mark(key, frame.position);
  }

  stop(): void {
    window.clearTimeout(this.#timer);
  }

  #read(key: StreamKey): void {
    const stream = this.#context.store.state.streams.get(key);
    const last = stream?.timeline.messages.at(-1)?.position ?? 0;
    if (stream === undefined || last <= stream.lastRead) return;
    this.#mark(key, last);
    this.#untold.set(key, last);
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#tell(), TELL_AFTER_MS);
  }

  #mark(key: StreamKey, position: number): void {
    const { store, me } = this.#context;
    store.update((state) => changeStream(state, key, (stream) => readUpTo(stream, position, me)));
  }

  #tell(): void {
    const { api, store } = this.#context;
    for (const [key, position] of this.#untold) {
      const stream = store.state.streams.get(key);
      const told =
        stream?.kind === 'room'
          ? api.messages.readRoom(stream.name, position)
          : stream && api.messages.readDirect(stream.with, position);
      void told?.catch(() => undefined);
    }
    this.#untold.clear();
  }

  /** The other of the two people of a conversation `<a>/<b>`; oneself for a note to oneself. */
  #conversation(name: string | undefined): StreamKey | undefined {
    const people = name?.split('/') ?? [];
    const other = people.find((user) => user !== userKey(this.#context.me)) ?? people[0];
    return other === undefined ? undefined : directKey(other);
  }
}
