import type { MessageRef } from '../protocol/content';
import type { Deed } from '../protocol/frames';
import type { StreamKey } from '../protocol/names';
import { Problem } from '../protocol/problem';
import { changeStream } from '../state/changes';
import type { Context } from './context';
import { newMessageId } from './message-id';
import { targetOf } from './place';

/** A text that is being given to a message; the `id` is of the edit, however often it is sent. */
interface Draft {
  readonly id: string;
  readonly text: string;
}

/**
 * What a person does with messages. The state changes when the deed comes back in the stream, as everybody's does. Each of
 * these fails with a `Problem`.
 */
export class Acting {
  readonly #context: Context;
  /** Edits under way, so that going elsewhere does not lose them. */
  readonly #drafts = new Map<string, Draft>();

  constructor(context: Context) {
    this.#context = context;
  }

  startEdit(key: StreamKey, message: MessageRef): void {
    this.#setEditing(key, message);
  }

  endEdit(key: StreamKey, message: MessageRef): void {
    this.#drafts.delete(draftOf(key, message));
    this.#setEditing(key, undefined);
  }

  /** What was typed so far, if anything. */
  draft(key: StreamKey, message: MessageRef): string | undefined {
    return this.#drafts.get(draftOf(key, message))?.text;
  }

  /** Another text is another edit. */
  keepDraft(key: StreamKey, message: MessageRef, text: string): void {
    const name = draftOf(key, message);
    if (this.#drafts.get(name)?.text !== text) this.#drafts.set(name, { id: newMessageId(), text });
  }

  async edit(key: StreamKey, about: MessageRef, text: string): Promise<void> {
    this.keepDraft(key, about, text);
    const { id = newMessageId() } = this.#drafts.get(draftOf(key, about)) ?? {};
    await this.#ask(key, { type: 'edit', id, about, text });
    this.endEdit(key, about);
  }

  async delete(key: StreamKey, about: MessageRef): Promise<void> {
    await this.#ask(key, { type: 'delete', id: newMessageId(), about });
  }

  async react(key: StreamKey, about: MessageRef, emoji: string, on: boolean): Promise<void> {
    await this.#ask(key, { type: 'react', id: newMessageId(), about, emoji, on });
  }

  async pin(key: StreamKey, about: MessageRef, on: boolean): Promise<void> {
    await this.#ask(key, { type: 'pin', id: newMessageId(), about, on });
  }

  async #ask(key: StreamKey, deed: Deed): Promise<void> {
    const stream = this.#context.store.state.streams.get(key);
    if (stream === undefined) throw Problem.unreachable();
    await this.#context.connection.request({ ...targetOf(stream), ...deed });
  }

  #setEditing(key: StreamKey, editing: MessageRef | undefined): void {
    this.#context.store.update((state) => changeStream(state, key, (stream) => ({ ...stream, editing })));
  }
}

function draftOf(key: StreamKey, { author, id }: MessageRef): string {
  return `${key}\n${author}\n${id}`;
}
