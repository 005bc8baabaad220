import { html, LitElement, nothing } from 'lit';
import { app } from '../../app';
import type { SearchOrder } from '../../api/search';
import type { Found } from '../../protocol/answers';
import { conversationKey, sameUser } from '../../protocol/names';
import { type Place, placeOf, type Stream } from '../../state/state';
import { foundIn, has, hereOf, operator, toggled } from '../../text/found';
import { fullTime } from '../../text/times';
import { go, myself } from '../common/actions';
import { formStyles } from '../common/form.styles';
import { icon } from '../common/icons';
import '../common/modal';
import { shared } from '../common/shared';
import { Task } from '../common/task';
import { Watch } from '../common/watch';
import { searchStyles } from './search.styles';

const PAUSE_MS = 200;

/** What can be written in a query beside words. */
const HELP: readonly (readonly [write: string, finds: string])[] = [
  ['two words', 'messages with both; the last may be a beginning'],
  ['"two words"', 'the two side by side'],
  ['from:ann', 'what ann wrote'],
  ['in:kitchen, in:@bob', 'in a room, or between bob and you'],
  ['before:2026-11-01', 'also after: and on: a day'],
  ['has:link, is:thread, is:pinned', 'with a link, in a thread, pinned'],
];

/** Finds messages in all rooms and conversations of whoever is signed in, and goes to them. */
export class Search extends LitElement {
  static override readonly properties = {
    query: {},
    _order: { state: true },
    _hits: { state: true },
    _at: { state: true },
  };

  static override readonly styles = [shared, formStyles, searchStyles];

  /** What is looked for; may be given to begin with. */
  declare query: string;
  declare _order: SearchOrder;
  /** Absent before anything was asked for. */
  declare _hits: readonly Found[] | undefined;
  declare _at: number;
  readonly #place = new Watch(this, (state) => state.place);
  readonly #asking = new Task(this);
  #next: string | undefined;
  /** The part of all messages that can be found by now, where not all can. */
  #indexed: number | undefined;
  #timer = 0;
  #turn = 0;

  constructor() {
    super();
    this.query = '';
    this._order = 'newest';
    this._at = 0;
  }

  protected override firstUpdated(): void {
    const input = this.renderRoot.querySelector('input');
    input?.focus();
    input?.setSelectionRange(this.query.length, this.query.length);
    void this.#ask();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#timer);
  }

  protected override render() {
    const hits = this._hits ?? [];
    return html`<confab-modal heading="Search" wide>
      <div class="search">
        <input
          autofocus
          role="combobox"
          enterkeyhint="search"
          maxlength="500"
          aria-label="Search messages"
          placeholder="Search messages"
          data-testid="search"
          aria-expanded=${hits.length > 0}
          aria-controls="hits"
          aria-activedescendant=${hits.length > 0 ? `hit-${this._at}` : nothing}
          autocomplete="off"
          .value=${this.query}
          @input=${this.#onInput}
          @keydown=${this.#onKey}
        />
      </div>
      <div class="chips" role="group" aria-label="Filters">${this.#chips()}</div>
      <div id="hits" role="listbox" aria-label="Messages" ?hidden=${hits.length === 0}>
        ${hits.map((found, index) => this.#hit(found, index))}
      </div>
      <div class="foot" role="status">${this.#foot(hits)}</div>
    </confab-modal>`;
  }

  #chips() {
    const place = this.#place.value;
    return [
      this.#chip(hereOf(place), place.kind === 'room' ? 'In this room' : 'In this conversation'),
      this.#chip(operator('from', myself()), 'From me'),
      this.#chip('has:link', 'With a link'),
      this.#chip('is:thread', 'In threads'),
      this.#chip('is:pinned', 'Only pinned'),
      html`<button
        class="chip"
        type="button"
        aria-pressed=${this._order === 'best'}
        data-testid="search-best"
        @click=${this.#reorder}
      >
        Best first
      </button>`,
    ];
  }

  #chip(part: string, label: string) {
    return html`<button
      class="chip"
      type="button"
      aria-pressed=${has(this.query, part)}
      data-filter=${part}
      @click=${() => this.#look(toggled(this.query, part))}
    >
      ${label}
    </button>`;
  }

  #hit({ message, highlights }: Found, index: number) {
    const place = placeOfFound(message);
    return html`<div
      role="option"
      id="hit-${index}"
      aria-selected=${index === this._at}
      data-testid="hit"
      data-id=${message.id}
      @click=${() => this.#open(index)}
    >
      <div class="about">
        <b><bdi>${message.from}</bdi></b>
        <span class="muted">${place?.kind === 'room' ? html`# <bdi>${place.room}</bdi>` : html`Private, <bdi>${place?.user}</bdi>`}</span>
        <span class="muted">${fullTime(new Date(message.at))}</span>
        ${message.thread ? html`<span class="muted">${icon('thread', 14)} in a thread</span>` : nothing}
      </div>
      <div class="text" dir="auto">
        ${foundIn(message.text ?? '', highlights).map(({ text, fits }) => (fits ? html`<mark>${text}</mark>` : text))}
      </div>
    </div>`;
  }

  #foot(hits: readonly Found[]) {
    const { error, problem } = this.#asking;
    if (error !== undefined) {
      const again = html`<button class="link" @click=${this.#ask}>Try again</button>`;
      return html`<p class="error" role="alert">${error} ${problem?.code === 'invalid' ? nothing : again}</p>`;
    }
    return html`${this.#coverage()}${this.#rest(hits)}`;
  }

  #coverage() {
    return this.#indexed === undefined
      ? nothing
      : html`<p class="muted" data-testid="search-incomplete">
          The index is being made anew (${Math.floor(this.#indexed * 100)} %), so some messages may be missing.
        </p>`;
  }

  #rest(hits: readonly Found[]) {
    if (this.query.trim() === '') return help();
    if (hits.length === 0) {
      return this.#asking.running || this._hits === undefined
        ? html`<p class="muted">Searching…</p>`
        : html`<p class="muted" data-testid="no-hits">No message has all of that.</p>`;
    }
    if (this.#next === undefined) return html`<p class="for-the-ear">${hits.length} messages found.</p>`;
    return html`<button class="button more" data-testid="more-hits" ?disabled=${this.#asking.running} @click=${this.#more}>
      Show more
    </button>`;
  }

  #onInput(event: InputEvent): void {
    this.#look((event.target as HTMLInputElement).value, PAUSE_MS);
  }

  #reorder(): void {
    this._order = this._order === 'best' ? 'newest' : 'best';
    this.#look(this.query);
  }

  #look(query: string, pause = 0): void {
    this.query = query;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#ask(), pause);
  }

  #onKey(event: KeyboardEvent): void {
    const hits = this._hits ?? [];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) this.#select((this._at + step + hits.length) % hits.length);
    else if (event.key === 'Enter' && hits.length > 0) this.#open(this._at);
    else return;
    event.preventDefault();
  }

  #select(index: number): void {
    this._at = index;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector(`#hit-${index}`)?.scrollIntoView({ block: 'nearest' }),
    );
  }

  #open(index: number): void {
    const message = this._hits?.[index]?.message;
    const place = message && placeOfFound(message);
    if (message !== undefined && place !== undefined) go(place, { author: message.from, id: message.id });
  }

  /** The answer to an older question than the last is left aside. */
  async #ask(): Promise<void> {
    const turn = ++this.#turn;
    this.#asking.running = false;
    if (this.query.trim() === '') {
      this._hits = undefined;
      this.#indexed = undefined;
      this.#asking.forget();
      return;
    }
    await this.#asking.run(async () => {
      const page = await app.api.search.find(this.query, this._order);
      if (turn !== this.#turn) return;
      this._hits = page.hits;
      this._at = 0;
      this.#next = page.next ?? undefined;
      this.#indexed = page.complete === false ? (page.indexed ?? 0) : undefined;
    });
  }

  async #more(): Promise<void> {
    const turn = this.#turn;
    await this.#asking.run(async () => {
      const page = await app.api.search.find(this.query, this._order, this.#next);
      if (turn !== this.#turn) return;
      this._hits = [...(this._hits ?? []), ...page.hits];
      this.#next = page.next ?? undefined;
    });
  }
}

function help() {
  return html`<dl data-testid="search-help">
    ${HELP.map(([write, finds]) => html`<dt><code>${write}</code></dt><dd class="muted">${finds}</dd>`)}
  </dl>`;
}

/** Where a message stands; a conversation may not have been listed yet. */
function placeOfFound({ room, conversation, from, to }: Found['message']): Place | undefined {
  if (room !== undefined) return { kind: 'room', room };
  const key = conversation === undefined ? undefined : conversationKey(conversation, myself());
  const known: Stream | undefined = key === undefined ? undefined : app.store.state.streams.get(key);
  if (known !== undefined) return placeOf(known);
  const other = sameUser(from, myself()) ? to : from;
  return other === undefined ? undefined : { kind: 'direct', user: other };
}

customElements.define('confab-search', Search);
