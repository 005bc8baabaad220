import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { app } from '../../app';
import type { MessageRef } from '../../protocol/content';
import { isAt } from '../../state/message';
import { keyOf, placeOf, type Stream } from '../../state/state';
import { reachesBackTo } from '../../state/timeline';
import { dayName } from '../../text/times';
import { FOCUS_PLACE, focusPlace, myself } from '../common/actions';
import { icon } from '../common/icons';
import { mayType } from '../common/pointer';
import { Today } from '../common/today';
import { Watch } from '../common/watch';
import { isActable } from '../message/acts';
import '../message/message-bar';
import type { MessageBar } from '../message/message-bar';
import { Pointing } from '../message/pointing';
import { message } from './message';
import { actsIn } from './message-acts';
import { newerSign, olderSign, skeleton } from './older';
import { olderStyles } from './older.styles';
import { type Row, rowsOf } from './rows';
import { articleAt, isAtEnd, lastInSight, type Mark, markOf, returnTo, toEnd, toStartOf } from './scroll';
import { talkStyles } from './talk.styles';

/** So near to an edge, more is fetched. */
const NEAR_PX = 500;
const FOUND_MS = 2_500;

/** What was said in one place, oldest first; more of it comes when one scrolls. Another place is shown by another element. */
export class TimelineView extends LitElement {
  static override readonly properties = {
    stream: { attribute: false },
    _away: { state: true },
  };

  static override readonly styles = [...talkStyles, olderStyles];

  declare stream: Stream;
  /** The newest message is out of sight. */
  declare _away: boolean;
  readonly #today = new Today(this);
  /** Before, it is not known how far the stream was read. */
  readonly #counted = new Watch(this, (state) => state.counted || state.listed);
  #found: MessageRef | undefined;
  #mark: Mark = { kind: 'end' };
  /** The first view has been set up. */
  #settled = false;
  readonly #resized = new ResizeObserver(() => this.#onResize());
  readonly #onVisibility = () => this.#attend();
  readonly #onFocus = () => !mayType() && this.#box?.focus();
  readonly #acts = actsIn(() => this.stream);
  readonly #pointing = new Pointing(this, () => ({
    bar: this.#bar,
    point: (message) => this.#point(message),
    leave: focusPlace,
  }));

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#onVisibility);
    window.addEventListener(FOCUS_PLACE, this.#onFocus);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#onVisibility);
    window.removeEventListener(FOCUS_PLACE, this.#onFocus);
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
    if (this.stream.sought !== this.#found) this.#find(box);
    this.#onScroll();
  }

  /** The message that is looked for comes into the midst of the page, and is marked for a moment. */
  #find(box: HTMLElement): void {
    this.#found = this.stream.sought;
    const article = this.#found && articleAt(box, this.#found);
    if (article === undefined) return;
    this.#settled = true;
    article.scrollIntoView({ block: 'center' });
    article.focus({ preventScroll: true });
    article.animate({ backgroundColor: [getComputedStyle(article).getPropertyValue('--selected'), 'transparent'] }, FOUND_MS);
  }

  #point(wanted: MessageRef | undefined): boolean {
    const found = wanted && this.stream.timeline.messages.find((known) => isAt(known, wanted));
    const isPossible = found !== undefined && isActable(found, this.stream);
    if (this.#bar) this.#bar.message = isPossible ? found : undefined;
    return isPossible;
  }

  protected override render() {
    const { timeline, newAfter, editing } = this.stream;
    return html`<div
        class="box"
        role="log"
        aria-live="off"
        aria-label="Messages"
        tabindex="0"
        data-testid="timeline"
        @scroll=${this.#onScroll}
        ${ref(this.#pointing.attach)}
      >
        ${guard([timeline, newAfter, editing, this.#today.day], () => this.#content())}
      </div>
      ${this._away ? this.#jump() : nothing}`;
  }

  #content() {
    const { timeline, newAfter, editing } = this.stream;
    const { older } = timeline;
    const loading = older.kind === 'loading' || (older.kind === 'more' && timeline.seen < 0);
    const rows = rowsOf(timeline, { me: myself(), newAfter, editing });
    return html`${rows.length === 0 && loading ? skeleton : olderSign(this.stream, () => this.#older())}
      <div class="rows">
        ${repeat(
          rows,
          ({ key }) => key,
          (row) => this.#row(row),
        )}
        <confab-message-bar .stream=${this.stream}></confab-message-bar>
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

  get #bar(): MessageBar | null {
    return this.renderRoot.querySelector('confab-message-bar');
  }

  get #box(): HTMLElement | null {
    return this.renderRoot.querySelector('.box');
  }
}

customElements.define('confab-timeline', TimelineView);
