import { css, html, LitElement, nothing } from 'lit';
import { app } from '../../app';
import { shared } from '../common/shared';
import { Watch } from '../common/watch';

/** Says, quietly and not at once, that the connection is lost or that it is being made again. */
export class LinkStatus extends LitElement {
  static override readonly styles = [
    shared,
    css`
      .banner {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 12px;
        padding: 6px 16px;
        background: var(--warning-surface);
        color: var(--warning);
        font-size: 14px;
        animation: late 0.2s 0.5s both;
      }

      .link {
        color: inherit;
        font-size: inherit;
      }

      @keyframes late {
        from {
          visibility: hidden;
          opacity: 0;
          margin-block-start: -34px;
        }
      }
    `,
  ];

  readonly #link = new Watch(this, (state) => state.link);

  protected override render() {
    return html`<div role="status">${this.#banner()}</div>`;
  }

  #banner() {
    const link = this.#link.value;
    switch (link.kind) {
      case 'live':
        return nothing;
      case 'connecting':
      case 'waiting':
        return html`<div class="banner" data-testid="reconnecting">
          <span
            >${navigator.onLine ? 'Reconnecting…' : 'You are offline.'} What you write is sent when it is back.</span
          >
          <button class="link" type="button" @click=${() => app.connection.hurry()}>Try now</button>
        </div>`;
      case 'stopped':
        return html`<div class="banner" data-testid="reconnecting">
          <span>${link.why}</span>
          <button class="link" type="button" @click=${() => location.reload()}>Reload</button>
        </div>`;
    }
  }
}

customElements.define('confab-link-status', LinkStatus);
