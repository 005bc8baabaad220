import { UnsentMessages } from '../device/unsent';
import type { Uploaded } from '../protocol/answers';
import type { Attachment, MessageRef } from '../protocol/content';
import type { Sent } from '../protocol/frames';
import type { StreamKey } from '../protocol/names';
import { problemOf, sentence } from '../protocol/problem';
import { changeTimeline, withContent } from '../state/changes';
import type { Stream } from '../state/state';
import { type Timeline, type Unsent, withoutUnsent, withState, withUnsent } from '../state/timeline';
import type { Context } from './context';
import { newMessageId } from './message-id';
import { afterRefusal } from './refusal';
import { targetOf } from './place';

/** What a message has beside its text. */
export interface Setting {
  readonly replyTo?: MessageRef;
  readonly thread?: MessageRef;
  readonly alsoInRoom?: boolean;
  readonly attachments?: readonly Uploaded[];
}

/** Where one may write. */
interface Streams {
  isOpen(key: StreamKey): boolean;
  /** After the server has said that this person is not in it. */
  rejoin(stream: Stream): Promise<void>;
}

/** Sends what was written, per stream in the order of writing, each under one id until it is known to be kept. */
export class Outbox {
  readonly #context: Context;
  readonly #streams: Streams;
  readonly #stored: UnsentMessages;
  readonly #busy = new Set<StreamKey>();
  readonly #tries = new Map<string, number>();
  /** Ends the pause before the next try. */
  readonly #hurry = new Map<StreamKey, () => void>();

  constructor(context: Context, streams: Streams) {
    this.#context = context;
    this.#streams = streams;
    this.#stored = new UnsentMessages(context.me);
  }

  write(key: StreamKey, text: string, setting: Setting = {}): void {
    const message = { id: newMessageId(), at: new Date().toISOString(), text, state: 'pending', ...setting } as const;
    this.#change(key, (timeline) => withUnsent(timeline, message));
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
      const { id, text, replyTo, thread, alsoInRoom, attachments } = message;
      const setting = {
        ...(replyTo && { replyTo }),
        ...(thread && { thread }),
        ...(alsoInRoom && { alsoInRoom }),
        ...(attachments && { attachments: attachments.map(describedAs) }),
      };
      const kept = { type: 'message', id, position, at, from: this.#context.me, text, ...setting } as const;
      this.#change(key, (timeline) => withoutUnsent(timeline, id));
      this.#context.store.update((state) => withContent(state, key, kept));
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
    } else if (next.kind === 'rejoin') await this.#streams.rejoin(stream);
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

  #ask(stream: Stream, { id, text, replyTo, thread, alsoInRoom, attachments }: Unsent): Promise<Sent> {
    return this.#context.connection.request({
      type: 'send',
      ...targetOf(stream),
      id,
      text,
      ...(replyTo && { replyTo: refOf(replyTo) }),
      ...(thread && { thread: refOf(thread) }),
      ...(alsoInRoom && { alsoInRoom }),
      ...(attachments && { attachments: attachments.map(({ ticket, alt }) => ({ ticket, ...(alt && { alt }) })) }),
    });
  }

  #next(key: StreamKey): Unsent | undefined {
    return this.#stream(key)?.timeline.unsent.find(({ state }) => state !== 'failed');
  }

  #ready(key: StreamKey): boolean {
    return this.#context.connection.live && this.#streams.isOpen(key);
  }

  #stream(key: StreamKey): Stream | undefined {
    return this.#context.store.state.streams.get(key);
  }

  #change(key: StreamKey, step: (timeline: Timeline) => Timeline): void {
    this.#context.store.update((state) => changeTimeline(state, key, step));
    this.#stored.keep(key, this.#stream(key)?.timeline.unsent ?? []);
  }
}

/** A ref and nothing more. */
function refOf({ author, id }: MessageRef): MessageRef {
  return { author, id };
}

/** As everybody is told of it. */
function describedAs({ ticket: _, ...attachment }: Uploaded): Attachment {
  return attachment;
}
