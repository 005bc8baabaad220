import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import { app } from '../../app';
import type { MessageRef } from '../../protocol/content';
import { isAt } from '../../state/message';
import { keyOf, placeOf, type Sought, type Stream } from '../../state/state';
import { covers } from '../../state/window';
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
import { articleAt, END, isAtEnd, isInSight, lastInSight, type Mark, markOf, positionOf, returnTo, toEnd, toStartOf } from './scroll';
import { talkStyles } from './talk.styles';

/** So near to an edge, more is fetched. */
const NEAR_PX = 800;
const FOUND_MS = 2_500;

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
  #found: Sought | undefined;
  /** What one looks at. */
  #mark: Mark = END;
  /** The first view has been set up. */
  #settled = false;
  /** The message that had the focus before something changed. */
  #focused: Element | undefined;
  readonly #resized = new ResizeObserver(() => this.#hold());
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
    this.#resized.disconnect();
  }

  override focus(): void {
    this.#box?.focus();
  }

  protected override firstUpdated(): void {
    for (const element of this.renderRoot.querySelectorAll('.box, .rows')) this.#resized.observe(element);
  }

  /** At most once a frame, however much arrives. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!document.hidden) await new Promise(requestAnimationFrame);
    if (this.isConnected) super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('stream') as Stream | undefined;
    this.#focused = (this.renderRoot as ShadowRoot | undefined)?.activeElement?.closest('article') ?? undefined;
    if (before === undefined) return;
    const { timeline } = this.stream;
    if (timeline.unsent.length > before.timeline.unsent.length) this.#mark = END;
    if (timeline.messages.length === 0 && before.timeline.messages.length > 0) this.#settled = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.#focused?.isConnected === false && hasLostFocus()) this.#box?.focus({ preventScroll: true });
    if (changed.has('stream') || !this.#settled) this.#hold();
  }

  protected override render() {
    const { timeline, news, editing } = this.stream;
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
        ${guard([timeline, news?.after, editing, this.#today.day, knownRooms()], () => this.#content())}
      </div>
      ${this.#news()} ${this._away ? this.#jump() : nothing}`;
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

  /** What one looks at stays where it is, but for what one wants to see. */
  #hold(): void {
    const box = this.#box;
    if (box === null) return;
    if (!this.#settled) this.#settle(box);
    else this.#keepPlace(box);
    if (this.#settled && this.stream.sought !== this.#found) this.#seek(box);
    this.#onScroll();
  }

  /** Who is at the end stays there, unless they look at something else: they find the line before what they have missed. */
  #keepPlace(box: HTMLElement): void {
    const line = this.#line;
    if (this.#mark.kind === 'end' && document.hidden && line !== null) toStartOf(box, line);
    else returnTo(box, this.#mark);
  }

  /** A stream comes into view: where one was in it, else at the line before what is new, else at its end. */
  #settle(box: HTMLElement): void {
    const { timeline, news, left } = this.stream;
    const { older, messages } = timeline;
    const start = left?.position ?? news?.after;
    const isThere = older.kind === 'none' || (older.kind !== 'loading' && messages.length > 0);
    const isComplete = start === undefined || older.kind === 'failed' || covers(timeline, start);
    const line = this.#line;
    if (left !== undefined && isComplete) returnTo(box, { kind: 'at', ...left });
    else if (line !== null) toStartOf(box, line);
    else toEnd(box);
    this.#settled = this.#counted.value && isThere && isComplete;
  }

  #seek(box: HTMLElement): void {
    this.#found = this.stream.sought;
    switch (this.#found?.kind) {
      case 'message':
        return this.#find(box, this.#found.message);
      case 'first-new': {
        if (this.#line !== null) toStartOf(box, this.#line);
        return box.focus({ preventScroll: true });
      }
      case 'end':
        return toEnd(box);
    }
  }

  /** The message that is looked for comes into the midst of the page, and is marked for a moment. */
  #find(box: HTMLElement, wanted: MessageRef): void {
    const article = articleAt(box, wanted);
    if (article === undefined) return;
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

  /** The pill goes away with it, so the focus goes on to where one writes. */
  #toNewest(): void {
    focusPlace();
    void app.chat.history.toNewest(this.#key);
  }

  #onScroll(): void {
    const box = this.#box;
    if (box === null) return;
    const { older, newer } = this.stream.timeline;
    if (this.#settled) this.#note(box);
    this._away = !isAtEnd(box) || newer.kind !== 'none';
    const line = this.#line;
    this._begun = line !== null && isInSight(box, line);
    const below = box.scrollHeight - box.scrollTop - box.clientHeight;
    if (box.scrollTop < NEAR_PX && older.kind === 'more' && this.#settled) this.#older();
    if (below < NEAR_PX && newer.kind === 'more' && this.#settled) this.#newer();
    this.#attend();
  }

  #note(box: HTMLElement): void {
    this.#mark = markOf(box, this.stream.timeline.newer.kind === 'none');
    app.chat.places.keep(this.#key, this.#mark.kind === 'at' ? this.#mark : undefined);
  }

  #attend(): void {
    const box = this.#box;
    const looks = this.#settled && box !== null && document.visibilityState === 'visible';
    const last = looks ? lastInSight(box) : undefined;
    app.chat.reading.onSight(last && positionOf(last), looks && !this._away);
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
