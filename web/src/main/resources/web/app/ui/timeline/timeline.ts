import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { app } from '../../app';
import { keyOf, placeOf, type Stream } from '../../state/state';
import { dayName } from '../../text/times';
import { myself, openDialog } from '../common/actions';
import { avatarStyles } from '../common/avatar';
import { icon } from '../common/icons';
import { shared } from '../common/shared';
import { Watch } from '../common/watch';
import { message, type MessageActs } from './message';
import { messageStyles } from './message.styles';
import { olderSign, skeleton } from './older';
import { olderStyles } from './older.styles';
import { type Row, rowsOf } from './rows';
import { isAtEnd, type Mark, markOf, returnTo, toEnd, toStartOf } from './scroll';
import { timelineStyles } from './timeline.styles';

const NEAR_TOP_PX = 500;

/** What was said, oldest first; more of it comes when one scrolls up. */
export class TimelineView extends LitElement {
  static override readonly properties = { stream: { attribute: false }, _away: { state: true } };
  static override readonly styles = [shared, avatarStyles, timelineStyles, messageStyles, olderStyles];

  declare stream: Stream;
  /** The newest message is out of sight. */
  declare _away: boolean;
  /** Before, it is not known how far the stream was read. */
  readonly #listed = new Watch(this, (state) => state.listed);
  #mark: Mark = { kind: 'end' };
  /** The stream whose first view has been set up. */
  #settled: string | undefined;
  readonly #resized = new ResizeObserver(() => this.#onResize());
  readonly #onVisibility = () => this.#attend();
  readonly #acts: MessageActs = {
    author: (user) =>
      openDialog({ kind: 'person', user, room: this.stream.kind === 'room' ? this.stream.name : undefined }),
    retry: (id) => app.chat.outbox.retry(this.#key, id),
    discard: (id) => app.chat.outbox.discard(this.#key, id),
  };

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#onVisibility);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#onVisibility);
    this.#resized.disconnect();
  }

  protected override firstUpdated(): void {
    if (this.#box) this.#resized.observe(this.#box);
  }

  /** At most once a frame, however much arrives. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!document.hidden) await new Promise(requestAnimationFrame);
    if (this.isConnected) super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const box = this.#box;
    if (!changed.has('stream') || box === null) return;
    const before = changed.get('stream') as Stream | undefined;
    const stayed = before !== undefined && keyOf(placeOf(before)) === this.#key;
    const wrote = stayed && this.stream.timeline.unsent.length > before.timeline.unsent.length;
    this.#mark = wrote || !stayed ? { kind: 'end' } : markOf(box);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const box = this.#box;
    if (box === null || (!changed.has('stream') && this.#settled === this.#key)) return;
    if (this.#settled === this.#key) returnTo(box, this.#mark);
    else this.#settle(box);
    this.#onScroll();
  }

  protected override render() {
    const { timeline, newAfter } = this.stream;
    return html`<div
        class="box"
        role="log"
        aria-live="off"
        aria-label="Messages"
        tabindex="0"
        data-testid="timeline"
        @scroll=${this.#onScroll}
      >
        ${guard([timeline, newAfter, this.#key], () => this.#content())}
      </div>
      ${this._away ? this.#jump() : nothing}`;
  }

  #content() {
    const { timeline, newAfter } = this.stream;
    const { older } = timeline;
    const loading = older.kind === 'loading' || (older.kind === 'more' && timeline.seen === 0);
    const rows = rowsOf(timeline, newAfter, myself());
    return html`${rows.length === 0 && loading ? skeleton : olderSign(this.stream, () => this.#older())}
      <div class="rows">
        ${repeat(
          rows,
          ({ key }) => key,
          (row) => this.#row(row),
        )}
      </div>`;
  }

  #row(row: Row) {
    switch (row.kind) {
      case 'day':
        return html`<div class="day" data-testid="day" role="separator">
          <span>${dayName(row.day, new Date())}</span>
        </div>`;
      case 'new':
        return html`<div class="new" data-testid="new-line" role="separator"><span>New messages</span></div>`;
      case 'message':
        return message(row, this.#acts);
    }
  }

  #jump() {
    const { unread } = this.stream;
    return html`<button class="jump" type="button" data-testid="jump" @click=${() => this.#box && toEnd(this.#box)}>
      ${icon('arrowDown', 18)}${unread > 0 ? `${unread} new` : 'To the newest'}
    </button>`;
  }

  /** A stream comes into view: at the line before what is new, else at its end. */
  #settle(box: HTMLElement): void {
    const line = box.querySelector('.new');
    if (line !== null) toStartOf(box, line);
    else toEnd(box);
    const { messages, older } = this.stream.timeline;
    if (this.#listed.value && messages.length > 0 && older.kind !== 'loading') this.#settled = this.#key;
  }

  #onResize(): void {
    if (this.#box && !this._away) toEnd(this.#box);
    this.#onScroll();
  }

  #onScroll(): void {
    const box = this.#box;
    if (box === null) return;
    this._away = !isAtEnd(box);
    if (box.scrollTop < NEAR_TOP_PX && this.stream.timeline.older.kind === 'more') this.#older();
    this.#attend();
  }

  #attend(): void {
    const loaded = this.#listed.value && this.stream.timeline.messages.length > 0;
    app.chat.reading.onAttention(loaded && !this._away && document.visibilityState === 'visible');
  }

  #older(): void {
    void app.chat.history.older(this.#key);
  }

  get #key() {
    return keyOf(placeOf(this.stream));
  }

  get #box(): HTMLElement | null {
    return this.renderRoot.querySelector('.box');
  }
}

customElements.define('confab-timeline', TimelineView);
