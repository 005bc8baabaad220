import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { app } from '../../app';
import type { MessageRef } from '../../protocol/content';
import type { StreamKey } from '../../protocol/names';
import { isAt } from '../../state/message';
import type { Stream, Thread } from '../../state/state';
import { dayName } from '../../text/times';
import { focusPlace, myself } from '../common/actions';
import { icon } from '../common/icons';
import { Today } from '../common/today';
import { Watch } from '../common/watch';
import '../composer/composer';
import type { SendEvent } from '../composer/composer';
import { editLast, find, isActable } from '../message/acts';
import '../message/message-bar';
import type { MessageBar } from '../message/message-bar';
import { Pointing } from '../message/pointing';
import { message } from '../timeline/message';
import { actsIn } from '../timeline/message-acts';
import { type Row, rowsOf } from '../timeline/rows';
import { isAtEnd, toEnd } from '../timeline/scroll';
import { talkStyles } from '../timeline/talk.styles';
import { threadStyles } from './thread.styles';

/** Where the thread lies over its room. */
const NARROW = '(max-width: 999px)';

/** A thread beside its room: the message that it begins with, the answers, and where one writes another. */
export class ThreadPane extends LitElement {
  static override readonly styles = [...talkStyles, threadStyles];

  readonly #thread = new Watch(this, (state) => state.thread);
  readonly #stream = new Watch(this, ({ thread, streams }) => thread && streams.get(thread.key));
  readonly #acts = {
    ...actsIn(() => this.#shown),
    find: (message: MessageRef) => this.#find(message),
  };
  readonly #pointing = new Pointing(this, () => ({
    bar: this.#bar,
    point: (message) => this.#point(message),
    leave: () => this.#close(),
  }));
  readonly #today = new Today(this);
  #atEnd = true;

  protected override willUpdate(): void {
    this.#atEnd = this.#box === null || isAtEnd(this.#box);
  }

  protected override updated(_: PropertyValues<this>): void {
    if (this.#atEnd && this.#box) toEnd(this.#box);
  }

  protected override render() {
    const thread = this.#thread.value;
    const stream = this.#stream.value;
    if (thread === undefined || stream === undefined) return nothing;
    return html`<header>
        <h2>Thread</h2>
        <button class="icon-button" type="button" data-testid="close-thread" aria-label="Close thread" @click=${this.#close}>
          ${icon('close')}
        </button>
      </header>
      <div
        class="box"
        role="log"
        aria-live="polite"
        aria-label="Thread"
        tabindex="0"
        data-testid="thread"
        ${ref(this.#pointing.attach)}
      >
        ${this.#older(thread)}
        ${guard([thread.timeline, stream.timeline, stream.editing, this.#today.day], () => this.#rows(thread, stream))}
      </div>
      ${keyed(`${thread.key} ${thread.root.author} ${thread.root.id}`, this.#writing(thread, stream))}`;
  }

  #rows(thread: Thread, stream: Stream) {
    const timeline = { ...thread.timeline, unsent: stream.timeline.unsent };
    const beside = stream.timeline.messages;
    const rows = rowsOf(timeline, { me: myself(), editing: stream.editing, thread: thread.root, beside });
    return html`<div class="rows">
      ${repeat(
        rows,
        ({ key }) => key,
        (row) => this.#row(row),
      )}
      <confab-message-bar .stream=${stream} inThread></confab-message-bar>
    </div>`;
  }

  #row(row: Row) {
    switch (row.kind) {
      case 'message':
        return message(row, this.#acts, true);
      case 'day':
        return html`<div class="day" role="separator"><span>${dayName(row.day, new Date())}</span></div>`;
      case 'new':
        return nothing;
    }
  }

  #older({ timeline: { older } }: Thread) {
    const more = () => void app.chat.threads.older();
    switch (older.kind) {
      case 'none':
        return nothing;
      case 'loading':
        return html`<p class="older muted" role="status">Loading the answers…</p>`;
      case 'more':
        return html`<p class="older"><button class="link" type="button" @click=${more}>Earlier answers</button></p>`;
      case 'failed':
        return html`<p class="older error" role="status" data-testid="thread-failed">
          The answers can’t be had right now. ${older.why}
          <button class="link" type="button" @click=${more}>Retry</button>
        </p>`;
    }
  }

  #writing(thread: Thread, stream: Stream) {
    return html`<label class="also">
        <input
          type="checkbox"
          data-testid="also-in-room"
          .checked=${thread.alsoInRoom}
          @change=${(event: Event) => app.chat.threads.setAlsoInRoom((event.target as HTMLInputElement).checked)}
        />
        <span>Show it in ${stream.kind === 'room' ? html`<bdi>${stream.name}</bdi>` : 'the conversation'} too</span>
      </label>
      <confab-composer
        aside
        label="Answer in the thread"
        .stream=${stream}
        .draft=${`${thread.key}/${thread.root.author}/${thread.root.id}` as StreamKey}
        @send=${this.#onSend}
        @edit-last=${() => editLast(thread.key, thread.timeline)}
        @keydown=${this.#onKey}
      ></confab-composer>`;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('confab-composer')?.focus();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    this.#close();
  }

  #onSend(event: SendEvent): void {
    event.preventDefault();
    app.chat.sendInThread(event.detail.text, event.detail.files);
  }

  /** Behind the thread, where it lies over the room. */
  #find(message: MessageRef): void {
    const { key } = this.#thread.value ?? {};
    if (matchMedia(NARROW).matches) app.chat.threads.close();
    if (key !== undefined) find(key, message);
  }

  /** The focus goes on once what the thread lies over can have it. */
  #close(): void {
    app.chat.threads.close();
    window.setTimeout(focusPlace);
  }

  #point(wanted: MessageRef | undefined): boolean {
    const found = wanted && this.#thread.value?.timeline.messages.find((known) => isAt(known, wanted));
    const isPossible = found !== undefined && isActable(found, this.#stream.value);
    if (this.#bar) this.#bar.message = isPossible ? found : undefined;
    return isPossible;
  }

  get #shown(): Stream {
    if (this.#stream.value === undefined) throw new Error('no thread is open');
    return this.#stream.value;
  }

  get #bar(): MessageBar | null {
    return this.renderRoot.querySelector('confab-message-bar');
  }

  get #box(): HTMLElement | null {
    return this.renderRoot.querySelector('.box');
  }
}

customElements.define('confab-thread', ThreadPane);
