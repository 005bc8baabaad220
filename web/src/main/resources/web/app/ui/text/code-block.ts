import { html, LitElement, type PropertyValues } from 'lit';
import { icon } from '../common/icons';
import { copyIcon } from './copy-icon';
import type { Span } from './highlighting';

const COPIED_MS = 2_000;

let turn: Promise<void> = Promise.resolve();

/** One block after the other, each in a task of its own: a page full of code does not hold up what one does. */
function myTurn(): Promise<void> {
  turn = turn.then(() => new Promise((done) => window.setTimeout(done)));
  return turn;
}

/**
 * Code as it is, with a way to copy it. Its colours come with the first block that says its language; until then, and
 * without them, it is shown without. Lives in the tree around it, so that it can be selected together with what is there.
 */
export class CodeBlock extends LitElement {
  static override readonly properties = {
    text: { attribute: false },
    language: { attribute: false },
    _spans: { state: true },
    _copied: { state: true },
  };

  declare text: string;
  /** As it was typed behind the backticks; empty if nothing was. */
  declare language: string;
  declare _spans: readonly Span[] | undefined;
  declare _copied: boolean;
  #timer = 0;

  constructor() {
    super();
    this._copied = false;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#timer);
    this._copied = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('text') && !changed.has('language')) return;
    this._spans = undefined;
    if (this.language !== '') void this.#highlight(this.text, this.language);
  }

  protected override render() {
    const label = this._copied ? 'Copied' : 'Copy code';
    return html`<div class="code-head">
        <span>${this.language === '' ? 'Code' : this.language}</span>
        <button
          class="icon-button"
          type="button"
          data-testid="copy-code"
          aria-label=${label}
          title=${label}
          @click=${this.#onCopy}
        >
          ${this._copied ? icon('check', 16) : copyIcon}
        </button>
      </div>
      <pre tabindex="0" role="group" aria-label="Code" data-testid="code"><code>${this.#code()}</code></pre>`;
  }

  #code(): unknown {
    if (this._spans === undefined) return this.text;
    return this._spans.map(({ text, tone }) =>
      tone === undefined ? text : html`<span class="code-${tone}">${text}</span>`,
    );
  }

  async #highlight(text: string, language: string): Promise<void> {
    try {
      const { spansOf } = await import('./highlighting');
      await myTurn();
      if (text === this.text && language === this.language) this._spans = spansOf(text, language);
    } catch {
      // not to be had for now; the next block asks again
    }
  }

  async #onCopy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.text);
    } catch {
      if (!this.#copySelected()) return;
    }
    this._copied = true;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => (this._copied = false), COPIED_MS);
  }

  /** Where the page is not served over HTTPS there is no clipboard but that of what is selected. */
  #copySelected(): boolean {
    const code = this.querySelector('code');
    const selection = getSelection();
    if (code === null || selection === null) return false;
    selection.selectAllChildren(code);
    return document.execCommand('copy');
  }
}

customElements.define('confab-code', CodeBlock);
