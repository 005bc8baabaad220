import { css, html, LitElement, nothing } from 'lit';
import { app } from '../app';
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
        place-content: center;
        justify-items: center;
        gap: 16px;
        padding: 24px;
        text-align: center;
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
        return html`<main class="waiting" aria-busy="true">
          <p role="status" data-testid="waiting">${account.why ?? 'One moment…'}</p>
          ${
            account.why === undefined
              ? nothing
              : html`<button class="button" type="button" @click=${() => void app.signIn.resume()}>Try now</button>`
          }
        </main>`;
      case 'out':
        return html`<confab-auth .why=${account.why}></confab-auth>`;
      case 'in':
        return html`<confab-shell></confab-shell>`;
    }
  }
}

customElements.define('confab-root', Root);
