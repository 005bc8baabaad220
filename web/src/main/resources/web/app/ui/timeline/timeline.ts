import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { app } from '../../app';
import type { MessageRef } from '../../protocol/content';
import { isAt } from '../../state/message';
import { keyOf, placeOf, type Stream } from '../../state/state';
import { dayName } from '../../text/times';
import { FOCUS_PLACE, focusPlace, myself } from '../common/actions';
import { hasLostFocus } from '../common/focus';
import { icon } from '../common/icons';
import { mayType } from '../common/pointer';
import { Today } from '../common/today';
import { Watch } from '../common/watch';
import { isActable } from '../message/acts';
import '../message/message-bar';
import type { MessageBar } from '../message/message-bar';
import { Pointing } from '../message/pointing';
import { knownRooms } from '../text/known';
import { message } from './message';
import { actsIn } from './message-acts';
import { countOf, newsBar, newsStyles } from './news-bar';
import { newerSign, olderSign, skeleton } from './older';
import { olderStyles } from './older.styles';
import { reused } from './reuse';
import { type Row, rowsOf } from './rows';
import { isAtEnd, isInSight, lastInSight, positionOf } from './scroll';
import { type Shown, Sight } from './sight';
import { talkStyles } from './talk.styles';

/** So near to an edge, more is fetched. */
const NEAR_PX = 800;

/**
 * What was said in one place, oldest first; a window on it, of which one edge grows and the other gives way as one scrolls.
 * Whatever comes, goes or changes its height, what one looks at stays where it is. Another place is shown by another element.
 */
export class TimelineView extends LitElement {
  static override readonly properties = {
    stream: { attribute: false },
    _away: { state: true },
    _begun: { state: true },
  };

  static override readonly styles = [...talkStyles, olderStyles, newsStyles];

  declare stream: Stream;
  /** The newest message is out of sight. */
  declare _away: boolean;
  /** The line before what is new is in sight. */
  declare _begun: boolean;
  readonly #today = new Today(this);
  /** Before, it is not known how far the stream was read. */
  readonly #counted = new Watch(this, (state) => state.counted || state.listed);
  #rows: readonly Row[] = [];
  /** The message that had the focus before something changed. */
  #focused: Element | undefined;
  readonly #sight = new Sight(
    this,
    () => this.#shown,
    () => this.#onScroll(),
  );
  readonly #onVisibility = () => this.#attend();
  readonly #onFocus = () => !mayType() && this.#box?.focus();
  readonly #acts = actsIn(() => this.stream);
  readonly #pointing = new Pointing(this, () => ({
    bar: this.#bar,
    point: (message) => this.#point(message),
    leave: focusPlace,
    toEnd: () => void app.chat.history.toNewest(this.#key),
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
  }

  override focus(): void {
    this.#box?.focus();
  }

  protected override firstUpdated(): void {
    this.#sight.observe(this.renderRoot.querySelectorAll('.box, .rows'));
  }

  /** At most once a frame, however much arrives. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!document.hidden) await new Promise(requestAnimationFrame);
    if (this.isConnected) super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('stream') as Stream | undefined;
    this.#focused = (this.renderRoot as ShadowRoot | undefined)?.activeElement?.closest('article') ?? undefined;
    if (before !== undefined) this.#sight.onStream(before, this.stream);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.#focused?.isConnected === false && hasLostFocus()) this.#box?.focus({ preventScroll: true });
    if (changed.has('stream') || !this.#sight.isSettled) this.#sight.hold();
  }

  protected override render() {
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
        ${guard(this.#drawn, () => this.#content())}
      </div>
      ${this.#news()} ${this._away ? this.#jump() : nothing}`;
  }

  /** What the messages are drawn of. What arrives out of the window is not among it. */
  get #drawn(): unknown[] {
    const { timeline, news, editing } = this.stream;
    const { messages, unsent, older, newer, stored, readByOthers } = timeline;
    const end = newer.kind === 'failed' ? newer : newer.kind;
    const around = [news?.after, editing, timeline.seen < 0, this.#today.day, knownRooms()];
    return [messages, unsent, older, end, stored, readByOthers, ...around];
  }

  #content() {
    const { timeline, news, editing } = this.stream;
    const { older } = timeline;
    const loading = older.kind === 'loading' || (older.kind === 'more' && timeline.seen < 0);
    this.#rows = reused(this.#rows, rowsOf(timeline, { me: myself(), newAfter: news?.after, editing }));
    return html`${this.#rows.length === 0 && loading ? skeleton : olderSign(this.stream, () => this.#older())}
      <div class="rows">
        ${repeat(
          this.#rows,
          ({ key }) => key,
          (row) => guard([row, this.#today.day, knownRooms()], () => this.#row(row)),
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

  #news() {
    const { news, unread, isHeld } = this.stream;
    if (news === undefined || unread === 0 || !(this._away || isHeld)) return nothing;
    return newsBar(news, this.#since, this._begun, {
      toFirst: () => void app.chat.history.toFirstNew(this.#key),
      markRead: () => {
        focusPlace();
        app.chat.reading.markRead(this.#key);
      },
    });
  }

  /** When the first of what is new was said, where that is here. */
  get #since(): Date | undefined {
    const line = this.#rows.findIndex(({ kind }) => kind === 'new');
    const first = line < 0 ? undefined : this.#rows[line + 1];
    return first?.kind === 'message' ? first.at : undefined;
  }

  #jump() {
    const { unread, isMore } = this.stream;
    return html`<button class="jump" type="button" data-testid="jump" @click=${this.#toNewest}>
      ${icon('arrowDown', 18)}${unread > 0 ? `${countOf({ count: unread, isMore })} new` : 'To the newest'}
    </button>`;
  }

  #point(wanted: MessageRef | undefined): boolean {
    const found = wanted && this.stream.timeline.messages.find((known) => isAt(known, wanted));
    const isPossible = found !== undefined && isActable(found, this.stream);
    const bar = this.#bar;
    if (bar !== null) {
      bar.stream = this.stream;
      bar.message = isPossible ? found : undefined;
    }
    return isPossible;
  }

  /** The pill goes away with it, so the focus goes on to where one writes. */
  #toNewest(): void {
    focusPlace();
    void app.chat.history.toNewest(this.#key);
  }

  #onScroll(): void {
    const box = this.#box;
    if (box === null) return;
    const { older, newer } = this.stream.timeline;
    this.#sight.note();
    this._away = !isAtEnd(box) || newer.kind !== 'none';
    const line = this.#line;
    this._begun = line !== null && isInSight(box, line);
    const below = box.scrollHeight - box.scrollTop - box.clientHeight;
    if (box.scrollTop < NEAR_PX && older.kind === 'more' && this.#sight.isSettled) this.#older();
    if (below < NEAR_PX && newer.kind === 'more' && this.#sight.isSettled) this.#newer();
    this.#attend();
  }

  #attend(): void {
    const box = this.#box;
    const looks = this.#sight.isSettled && box !== null && document.visibilityState === 'visible';
    const last = looks ? lastInSight(box) : undefined;
    app.chat.reading.onSight(last && positionOf(last), looks && !this._away);
  }

  #older(): void {
    void app.chat.history.older(this.#key);
  }

  #newer(): void {
    void app.chat.history.newer(this.#key);
  }

  get #shown(): Shown | undefined {
    const box = this.#box;
    return box === null ? undefined : { stream: this.stream, box, line: this.#line, isCounted: this.#counted.value };
  }

  get #key() {
    return keyOf(placeOf(this.stream));
  }

  get #line(): Element | null {
    return this.renderRoot.querySelector('.new');
  }

  get #bar(): MessageBar | null {
    return this.renderRoot.querySelector('confab-message-bar');
  }

  get #box(): HTMLElement | null {
    return this.renderRoot.querySelector('.box');
  }
}

customElements.define('confab-timeline', TimelineView);
