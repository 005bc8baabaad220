import { css, html, LitElement } from 'lit';
import './auth/auth-page';
import { shared } from './common/shared';
import { Watch } from './common/watch';
import './shell/shell';

/** The page: a moment of waiting, the way in, or the chat. */
export class Root extends LitElement {
  static override readonly styles = [
    shared,
    css`
      .waiting {
        display: grid;
        place-items: center;
        block-size: 100%;
        color: var(--muted);
        animation: late 0.3s 0.6s both;
      }

      @keyframes late {
        from {
          opacity: 0;
        }
      }
    `,
  ];

  readonly #account = new Watch(this, (state) => state.account);

  protected override render() {
    const account = this.#account.value;
    switch (account.kind) {
      case 'unknown':
        return html`<main class="waiting" aria-busy="true"><p role="status">One moment…</p></main>`;
      case 'out':
        return html`<confab-auth .why=${account.why}></confab-auth>`;
      case 'in':
        return html`<confab-shell></confab-shell>`;
    }
  }
}

customElements.define('confab-root', Root);
