import { css, html, LitElement } from 'lit';
import { closeDialog } from './actions';
import { icon } from './icons';
import { shared } from './shared';

/** A dialog over the page. */
export class Modal extends LitElement {
  static override readonly properties = { heading: {}, wide: { type: Boolean } };

  static override readonly styles = [
    shared,
    css`
      dialog {
        inline-size: min(440px, calc(100vw - 24px));
        max-block-size: min(720px, calc(100dvh - 32px));
        padding: 0;
        border: 1px solid var(--line);
        border-radius: 14px;
        background: var(--raised);
        color: var(--text);
        box-shadow: var(--shadow);
      }

      dialog[open] {
        display: flex;
        flex-direction: column;
        animation: rise 0.16s ease-out;
      }

      dialog.wide {
        inline-size: min(620px, calc(100vw - 24px));
      }

      dialog::backdrop {
        background: light-dark(#1e1d1a66, #000000a6);
      }

      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: 12px;
        padding: 16px 12px 8px 24px;
      }

      h2 {
        overflow-wrap: anywhere;
        font-size: 19px;
        letter-spacing: -0.01em;
      }

      .body {
        overflow: auto;
        padding: 8px 24px 24px;
      }

      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(8px);
        }
      }
    `,
  ];

  declare heading: string;
  declare wide: boolean;

  protected override firstUpdated(): void {
    this.#dialog?.showModal();
    this.querySelector<HTMLElement>('[autofocus]')?.focus();
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  /** A click beside the dialog closes it. */
  #onClick(event: MouseEvent): void {
    if (event.target === this.#dialog) this.#dialog?.close();
  }

  protected override render() {
    return html`<dialog
      class=${this.wide ? 'wide' : ''}
      aria-labelledby="heading"
      @close=${closeDialog}
      @click=${this.#onClick}
    >
      <header>
        <h2 id="heading">${this.heading}</h2>
        <button class="icon-button" type="button" aria-label="Close" @click=${() => this.#dialog?.close()}>
          ${icon('close')}
        </button>
      </header>
      <div class="body"><slot></slot></div>
    </dialog>`;
  }
}

customElements.define('confab-modal', Modal);
