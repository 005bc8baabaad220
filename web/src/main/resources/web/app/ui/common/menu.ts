import { css, html, LitElement } from 'lit';
import { focused, hasLostFocus } from './focus';
import { shared } from './shared';

const GAP = 6;
const EDGE = 8;
/** Into what it stands beside, so that one sees what it is about. */
const BESIDE = 64;

/** A button that opens a menu; its items are the children with role `menuitem`. */
export class Menu extends LitElement {
  static override readonly properties = { label: {}, testid: {} };

  static override readonly styles = [
    shared,
    css`
      :host {
        display: inline-block;
      }

      .opener {
        inline-size: 100%;
        padding: 0;
        border: 0;
        border-radius: var(--radius-small);
        background: none;
        text-align: start;
      }

      [role='menu'] {
        position: fixed;
        inset: auto;
        min-inline-size: 190px;
        max-inline-size: 300px;
        margin: 0;
        padding: 6px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        color: var(--text);
        box-shadow: var(--shadow);
        pointer-events: auto;
      }

      ::slotted([role='menuitem']) {
        display: flex;
        align-items: center;
        gap: 10px;
        inline-size: 100%;
        min-block-size: 38px;
        padding: 0 10px;
        border: 0;
        border-radius: var(--radius-small);
        background: none;
        font: inherit;
        text-align: start;
      }

      ::slotted([role='menuitem']:hover),
      ::slotted([role='menuitem']:focus) {
        outline: none;
        background: var(--hover);
      }

      ::slotted(.danger) {
        color: var(--danger) !important;
      }
    `,
  ];

  /** Before the item does what it is for: what that opens gives the focus back to the button, not to an item that is gone. */
  readonly #closeFirst = { handleEvent: () => this.#close(), capture: true };
  #beside: HTMLElement | undefined;
  declare label: string;
  declare testid: string;

  protected override render() {
    return html`<button
        class="opener"
        type="button"
        data-testid=${this.testid ?? 'menu'}
        aria-haspopup="menu"
        aria-expanded="false"
        aria-label=${this.label}
        title=${this.label}
        @click=${() => this.#menu?.togglePopover()}
      >
        <slot name="button"></slot>
      </button>
      <div
        role="menu"
        popover
        aria-label=${this.label}
        @toggle=${this.#onToggle}
        @keydown=${this.#onKey}
        @click=${this.#closeFirst}
      >
        <slot></slot>
      </div>`;
  }

  /** Beside that element, which gets the focus back; for whoever can't press the button. */
  open(beside: HTMLElement): void {
    this.#beside = beside;
    this.#menu?.showPopover();
  }

  get isOpen(): boolean {
    return this.#menu?.matches(':popover-open') === true;
  }

  get #menu(): HTMLElement | null {
    return this.renderRoot.querySelector('[role=menu]');
  }

  get #items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  #onToggle(event: ToggleEvent): void {
    const open = event.newState === 'open';
    this.#opener?.setAttribute('aria-expanded', String(open));
    if (open) {
      this.#stand();
      this.#items[0]?.focus();
      return;
    }
    if (hasLostFocus()) this.#giveBack();
    this.#beside = undefined;
  }

  #close(): void {
    this.#menu?.hidePopover();
    this.#giveBack();
  }

  #giveBack(): void {
    (this.#beside ?? this.#opener)?.focus();
  }

  get #opener(): HTMLElement | null {
    return this.renderRoot.querySelector('.opener');
  }

  /** Under the button, or over it where there is no room, always inside the window. */
  #stand(): void {
    const menu = this.#menu;
    if (menu === null) return;
    const at = (this.#beside ?? this).getBoundingClientRect();
    const { offsetHeight: height, offsetWidth: width } = menu;
    const below = at.bottom + GAP;
    const top = below + height > innerHeight - EDGE ? at.top - GAP - height : below;
    const left = Math.min(this.#beside === undefined ? at.left : at.left + BESIDE, innerWidth - EDGE - width);
    menu.style.top = `${Math.max(EDGE, top)}px`;
    menu.style.left = `${Math.max(EDGE, left)}px`;
  }

  #onKey(event: KeyboardEvent): void {
    const items = this.#items;
    const at = items.indexOf(focused() ?? this);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (target !== undefined) {
      event.preventDefault();
      items[(target + items.length) % items.length]?.focus();
    } else if (event.key === 'Tab') {
      this.#menu?.hidePopover();
    }
  }
}

customElements.define('confab-menu', Menu);
