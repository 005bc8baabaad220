import { UnsentMessages } from '../device/unsent';
import type { Sent } from '../protocol/frames';
import type { StreamKey } from '../protocol/names';
import { problemOf, sentence } from '../protocol/problem';
import { changeTimeline } from '../state/changes';
import type { Stream } from '../state/state';
import { type Timeline, type Unsent, withArrival, withoutUnsent, withState, withUnsent } from '../state/timeline';
import type { Context } from './context';
import { newMessageId } from './message-id';
import { afterRefusal } from './refusal';
import type { Rooms } from './rooms';

/** Sends what was written, per stream in the order of writing, each under one id until it is known to be kept. */
export class Outbox {
  readonly #context: Context;
  readonly #rooms: Rooms;
  readonly #stored: UnsentMessages;
  readonly #busy = new Set<StreamKey>();
  readonly #tries = new Map<string, number>();
  /** Ends the pause before the next try. */
  readonly #hurry = new Map<StreamKey, () => void>();

  constructor(context: Context, rooms: Rooms) {
    this.#context = context;
    this.#rooms = rooms;
    this.#stored = new UnsentMessages(context.me);
  }

  write(key: StreamKey, text: string): void {
    const at = new Date().toISOString();
    this.#change(key, (timeline) => withUnsent(timeline, { id: newMessageId(), at, text, state: 'pending' }));
    void this.flush(key);
  }

  retry(key: StreamKey, id: string): void {
    this.#tries.delete(id);
    this.#change(key, (timeline) => withState(timeline, id, 'pending'));
    this.#hurry.get(key)?.();
    void this.flush(key);
  }

  discard(key: StreamKey, id: string): void {
    this.#change(key, (timeline) => withoutUnsent(timeline, id));
  }

  /** Takes up what an earlier life of this tab did not get to send. */
  restore(key: StreamKey): void {
    const known = new Set(this.#stream(key)?.timeline.unsent.map(({ id }) => id));
    for (const message of this.#stored.of(key)) {
      if (!known.has(message.id)) this.#change(key, (timeline) => withUnsent(timeline, message));
    }
  }

  flushAll(): void {
    for (const key of this.#context.store.state.streams.keys()) void this.flush(key);
  }

  async flush(key: StreamKey): Promise<void> {
    if (this.#busy.has(key)) return;
    this.#busy.add(key);
    let message = this.#next(key);
    while (message !== undefined && this.#ready(key)) {
      await this.#send(key, message);
      message = this.#next(key);
    }
    this.#busy.delete(key);
  }

  async #send(key: StreamKey, message: Unsent): Promise<void> {
    const stream = this.#stream(key);
    if (stream === undefined) return;
    try {
      const { position, at } = await this.#ask(stream, message);
      const kept = { id: message.id, position, at, from: this.#context.me, text: message.text };
      this.#change(key, (timeline) => withArrival(withoutUnsent(timeline, message.id), kept));
      this.#tries.delete(message.id);
    } catch (error) {
      await this.#onRefused(key, stream, message, error);
    }
  }

  async #onRefused(key: StreamKey, stream: Stream, message: Unsent, error: unknown): Promise<void> {
    const problem = problemOf(error);
    const tries = (this.#tries.get(message.id) ?? 0) + 1;
    this.#tries.set(message.id, tries);
    const next = afterRefusal(problem, tries);
    if (next.kind === 'again') {
      if (next.held) this.#change(key, (timeline) => withState(timeline, message.id, 'held', sentence(problem)));
      await this.#pause(key, next.after);
    } else if (next.kind === 'rejoin' && stream.kind === 'room') await this.#rooms.rejoin(stream.name);
    else if (next.kind !== 'wait') this.#fail(key, message.id, sentence(problem));
  }

  #pause(key: StreamKey, time: number): Promise<void> {
    return new Promise<void>((resolve) => {
      this.#hurry.set(key, resolve);
      window.setTimeout(resolve, time);
    });
  }

  #fail(key: StreamKey, id: string, why: string): void {
    this.#tries.delete(id);
    this.#change(key, (timeline) => withState(timeline, id, 'failed', why));
  }

  #ask(stream: Stream, { id, text }: Unsent): Promise<Sent> {
    const { connection } = this.#context;
    return stream.kind === 'room'
      ? connection.request({ type: 'send', room: stream.name, id, text })
      : connection.request({ type: 'send', to: stream.with, id, text });
  }

  #next(key: StreamKey): Unsent | undefined {
    return this.#stream(key)?.timeline.unsent.find(({ state }) => state !== 'failed');
  }

  #ready(key: StreamKey): boolean {
    return this.#context.connection.live && (this.#stream(key)?.kind === 'direct' || this.#rooms.isLive(key));
  }

  #stream(key: StreamKey): Stream | undefined {
    return this.#context.store.state.streams.get(key);
  }

  #change(key: StreamKey, step: (timeline: Timeline) => Timeline): void {
    this.#context.store.update((state) => changeTimeline(state, key, step));
    this.#stored.keep(key, this.#stream(key)?.timeline.unsent ?? []);
  }
}
