import { css, html, LitElement } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Notice } from '../../state/state';
import { dismissNotice, focusPlace } from '../common/actions';
import { icon } from '../common/icons';
import { shared } from '../common/shared';
import { Watch } from '../common/watch';

const SHOWN_MS = 6_000;

/** What happened that a person should know; lasting ones stay until they are closed. */
export class Notices extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        position: relative;
        z-index: 1;
      }

      .notices {
        position: absolute;
        inset-block-start: 68px;
        inset-inline: 12px;
        display: grid;
        justify-items: center;
        gap: 8px;
        pointer-events: none;
      }

      .notice {
        display: flex;
        align-items: flex-start;
        gap: 10px;
        max-inline-size: min(560px, 100%);
        padding: 6px 6px 6px 14px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--raised);
        box-shadow: var(--shadow);
        pointer-events: auto;
        animation: drop 0.18s ease-out;
      }

      @keyframes drop {
        from {
          opacity: 0;
          transform: translateY(-8px);
        }
      }

      .notice.warning {
        border-color: transparent;
        background: var(--warning-surface);
        color: var(--warning);
      }

      .notice > svg {
        flex: none;
        margin-block-start: 7px;
      }

      p {
        flex: 1;
        padding-block: 5px;
        overflow-wrap: anywhere;
      }

      .icon-button {
        inline-size: 32px;
        block-size: 32px;
        color: inherit;
      }
    `,
  ];

  readonly #notices = new Watch(this, (state) => state.notices);
  readonly #timed = new Set<number>();

  protected override updated(): void {
    for (const { id, lasting } of this.#notices.value) {
      if (lasting || this.#timed.has(id)) continue;
      this.#timed.add(id);
      window.setTimeout(() => dismissNotice(id), SHOWN_MS);
    }
  }

  protected override render() {
    return html`<div class="notices" role="status">${repeat(this.#notices.value, ({ id }) => id, notice)}</div>`;
  }
}

function notice({ id, text, tone }: Notice) {
  return html`<div class="notice ${tone}" data-testid="notice">
    ${icon(tone === 'warning' ? 'warning' : 'check')}
    <p>${text}</p>
    <button
      class="icon-button"
      type="button"
      aria-label="Close notice"
      @click=${() => {
        focusPlace();
        dismissNotice(id);
      }}
    >
      ${icon('close', 18)}
    </button>
  </div>`;
}

customElements.define('confab-notices', Notices);
