import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { app } from '../../app';
import { keyOf, placeOf, type Stream } from '../../state/state';
import { reachesBackTo } from '../../state/timeline';
import { dayName, nextMidnight } from '../../text/times';
import { FOCUS_PLACE, focusPlace, myself, openDialog } from '../common/actions';
import { avatarStyles } from '../common/avatar';
import { icon } from '../common/icons';
import { mayType } from '../common/pointer';
import { shared } from '../common/shared';
import { Watch } from '../common/watch';
import { message, type MessageActs } from './message';
import { messageStyles } from './message.styles';
import { newerSign, olderSign, skeleton } from './older';
import { olderStyles } from './older.styles';
import { type Row, rowsOf } from './rows';
import { isAtEnd, lastInSight, type Mark, markOf, returnTo, toEnd, toStartOf } from './scroll';
import { timelineStyles } from './timeline.styles';

/** So near to an edge, more is fetched. */
const NEAR_PX = 500;

/** What was said in one place, oldest first; more of it comes when one scrolls. Another place is shown by another element. */
export class TimelineView extends LitElement {
  static override readonly properties = {
    stream: { attribute: false },
    _away: { state: true },
    _today: { state: true },
  };

  static override readonly styles = [shared, avatarStyles, timelineStyles, messageStyles, olderStyles];

  declare stream: Stream;
  /** The newest message is out of sight. */
  declare _away: boolean;
  /** The day that is called today. */
  declare _today: string;
  /** Before, it is not known how far the stream was read. */
  readonly #counted = new Watch(this, (state) => state.counted || state.listed);
  #mark: Mark = { kind: 'end' };
  /** The first view has been set up. */
  #settled = false;
  #midnight = 0;
  readonly #resized = new ResizeObserver(() => this.#onResize());
  readonly #onVisibility = () => {
    this.#onDay();
    this.#attend();
  };
  readonly #onFocus = () => !mayType() && this.#box?.focus();
  readonly #acts: MessageActs = {
    author: (user) =>
      openDialog({ kind: 'person', user, room: this.stream.kind === 'room' ? this.stream.name : undefined }),
    retry: (id) => {
      app.chat.outbox.retry(this.#key, id);
      focusPlace();
    },
    discard: (id) => {
      app.chat.outbox.discard(this.#key, id);
      focusPlace();
    },
  };

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#onVisibility);
    window.addEventListener(FOCUS_PLACE, this.#onFocus);
    this.#onDay();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#onVisibility);
    window.removeEventListener(FOCUS_PLACE, this.#onFocus);
    window.clearTimeout(this.#midnight);
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
    const before = (changed.get('stream') as Stream | undefined)?.timeline;
    const wrote = before !== undefined && this.stream.timeline.unsent.length > before.unsent.length;
    this.#mark = wrote ? { kind: 'end' } : markOf(box, before?.newer.kind === 'none');
  }

  protected override updated(changed: PropertyValues<this>): void {
    const box = this.#box;
    if (box === null || (!changed.has('stream') && this.#settled)) return;
    if (this.#settled) returnTo(box, this.#mark);
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
        ${guard([timeline, newAfter, this._today], () => this.#content())}
      </div>
      ${this._away ? this.#jump() : nothing}`;
  }

  #content() {
    const { timeline, newAfter } = this.stream;
    const { older } = timeline;
    const loading = older.kind === 'loading' || (older.kind === 'more' && timeline.seen < 0);
    const rows = rowsOf(timeline, newAfter, myself());
    return html`${rows.length === 0 && loading ? skeleton : olderSign(this.stream, () => this.#older())}
      <div class="rows">
        ${repeat(
          rows,
          ({ key }) => key,
          (row) => this.#row(row),
        )}
      </div>
      ${newerSign(timeline.newer, () => this.#newer())}`;
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
    return html`<button class="jump" type="button" data-testid="jump" @click=${this.#toNewest}>
      ${icon('arrowDown', 18)}${unread > 0 ? `${unread} new` : 'To the newest'}
    </button>`;
  }

  /** A stream comes into view: at the line before what is new, else at its end. */
  #settle(box: HTMLElement): void {
    const line = box.querySelector('.new');
    if (line !== null) toStartOf(box, line);
    else toEnd(box);
    const { timeline, newAfter } = this.stream;
    const { older, messages } = timeline;
    const isThere = older.kind === 'none' || (older.kind !== 'loading' && messages.length > 0);
    const isComplete = newAfter === undefined || older.kind === 'failed' || reachesBackTo(timeline, newAfter);
    this.#settled = this.#counted.value && isThere && isComplete;
  }

  /** The pill goes away with it, so the focus goes on to where one writes. */
  #toNewest(): void {
    focusPlace();
    if (this.stream.timeline.newer.kind !== 'none') void app.chat.history.toNewest(this.#key);
    else if (this.#box) toEnd(this.#box);
  }

  /** Today is another day after midnight. */
  #onDay(): void {
    const now = new Date();
    this._today = now.toDateString();
    window.clearTimeout(this.#midnight);
    this.#midnight = window.setTimeout(() => this.#onDay(), nextMidnight(now).getTime() - now.getTime());
  }

  #onResize(): void {
    if (this.#box && !this._away) toEnd(this.#box);
    this.#onScroll();
  }

  #onScroll(): void {
    const box = this.#box;
    if (box === null) return;
    const { older, newer } = this.stream.timeline;
    this._away = !isAtEnd(box) || newer.kind !== 'none';
    const below = box.scrollHeight - box.scrollTop - box.clientHeight;
    if (box.scrollTop < NEAR_PX && older.kind === 'more' && this.#settled) this.#older();
    if (below < NEAR_PX && newer.kind === 'more') this.#newer();
    this.#attend();
  }

  #attend(): void {
    const box = this.#box;
    const looks = this.#settled && box !== null && document.visibilityState === 'visible';
    app.chat.reading.onSight(looks ? lastInSight(box) : undefined, looks && !this._away);
  }

  #older(): void {
    void app.chat.history.older(this.#key);
  }

  #newer(): void {
    void app.chat.history.newer(this.#key);
  }

  get #key() {
    return keyOf(placeOf(this.stream));
  }

  get #box(): HTMLElement | null {
    return this.renderRoot.querySelector('.box');
  }
}

customElements.define('confab-timeline', TimelineView);
