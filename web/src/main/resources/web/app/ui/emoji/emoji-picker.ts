import { html, LitElement, nothing } from 'lit';
import { keptOr } from '../../device/storage';
import { focused, hasLostFocus } from '../common/focus';
import { myself } from '../common/actions';
import { icon } from '../common/icons';
import { mayType } from '../common/pointer';
import { formStyles } from '../common/form.styles';
import { shared } from '../common/shared';
import { emojiStyles } from './emoji.styles';
import { type Emoji, find, type Group } from './find';

const COLUMNS = 8;
const MOST_RECENT = 24;
const GAP = 8;
const EDGE = 8;

/** Chooses an emoji by name or by sight; says which in a `pick` event. */
export class EmojiPicker extends LitElement {
  static override readonly properties = { label: {}, testid: {}, _query: { state: true }, _open: { state: true } };
  static override readonly styles = [shared, formStyles, emojiStyles];

  declare label: string;
  declare testid: string;
  declare _query: string;
  declare _open: boolean;
  readonly #recent = keptOr<readonly string[]>(`recentEmoji.${myself()}`, []);

  constructor() {
    super();
    this.label = 'Emoji';
    this.testid = 'emoji-button';
    this._query = '';
    this._open = false;
  }

  open(): void {
    this.#panel?.showPopover();
  }

  get isOpen(): boolean {
    return this._open;
  }

  protected override render() {
    return html`<button
        class="icon-button"
        part="button"
        type="button"
        data-testid=${this.testid}
        aria-label=${this.label}
        title=${this.label}
        aria-haspopup="dialog"
        aria-expanded=${this._open}
        @click=${() => this.#panel?.togglePopover()}
      >
        ${icon('smile', 22)}
      </button>
      <div
        popover
        role="dialog"
        aria-label=${this.label}
        data-testid="emoji-picker"
        @toggle=${this.#onToggle}
        @keydown=${this.#onKey}
      >
        ${this._open ? this.#content() : nothing}
      </div>`;
  }

  #content() {
    const groups = find(this._query, this.#recent.get());
    return html`<input
        type="search"
        aria-label="Search emoji"
        placeholder="Search emoji"
        data-testid="emoji-search"
        .value=${this._query}
        @input=${(event: InputEvent) => (this._query = (event.target as HTMLInputElement).value)}
      />
      <div class="groups">
        ${groups.map((group) => this.#group(group))}
        ${groups[0]?.emoji.length === 0 ? html`<p class="muted" role="status">No emoji is called that.</p>` : nothing}
      </div>`;
  }

  #group({ name, emoji }: Group) {
    return html`<h2>${name}</h2>
      <div class="grid">${emoji.map((one) => this.#emoji(one))}</div>`;
  }

  #emoji({ sign, name }: Emoji) {
    const called = name.split(',')[0];
    return html`<button
      type="button"
      tabindex="-1"
      data-testid="emoji"
      data-emoji=${sign}
      aria-label=${called ?? sign}
      title=${called ?? sign}
      @click=${() => this.#pick(sign)}
    >
      ${sign}
    </button>`;
  }

  #pick(sign: string): void {
    const others = this.#recent.get().filter((other) => other !== sign);
    this.#recent.set([sign, ...others].slice(0, MOST_RECENT));
    this.#panel?.hidePopover();
    this.dispatchEvent(new CustomEvent('pick', { detail: sign }));
  }

  #onToggle(event: ToggleEvent): void {
    this._open = event.newState === 'open';
    this._query = '';
    if (!this._open) {
      if (hasLostFocus()) this.renderRoot.querySelector('button')?.focus();
      return;
    }
    void this.updateComplete.then(() => {
      this.#stand();
      if (mayType()) this.#search?.focus();
    });
  }

  /** Over the button, inside the window. */
  #stand(): void {
    const panel = this.#panel;
    if (panel === null) return;
    const at = this.getBoundingClientRect();
    const left = Math.min(at.right, innerWidth - EDGE) - panel.offsetWidth;
    panel.style.left = `${Math.max(EDGE, left)}px`;
    panel.style.top = `${Math.max(EDGE, at.top - GAP - panel.offsetHeight)}px`;
  }

  /** Arrows go through the grid; down from the search goes into it, up from its first row back. */
  #onKey(event: KeyboardEvent): void {
    const all = [...this.renderRoot.querySelectorAll<HTMLElement>('.grid button')];
    const at = all.indexOf(focused() ?? this);
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
    if (at < 0 && event.key === 'Enter') all[0]?.click();
    else if (at < 0 && event.key === 'ArrowDown') all[0]?.focus();
    else if (at >= 0 && step !== undefined) (all[at + step] ?? (step < 0 ? this.#search : all.at(-1)))?.focus();
    else return;
    event.preventDefault();
  }

  get #panel(): HTMLElement | null {
    return this.renderRoot.querySelector('[popover]');
  }

  get #search(): HTMLElement | null {
    return this.renderRoot.querySelector('input');
  }
}

customElements.define('confab-emoji-picker', EmojiPicker);
