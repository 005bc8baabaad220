import { css, html, LitElement } from 'lit';
import '../common/modal';
import { shared } from '../common/shared';
import { SHORTCUTS } from '../shell/shortcuts';

export class ShortcutList extends LitElement {
  static override readonly styles = [
    shared,
    css`
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 12px 20px;
        align-items: baseline;
      }

      kbd {
        padding: 3px 8px;
        border: 1px solid var(--line);
        border-radius: 6px;
        background: var(--sunken);
        font: 600 13px var(--font);
        white-space: nowrap;
      }
    `,
  ];

  protected override render() {
    return html`<confab-modal heading="Keyboard shortcuts">
      <dl>
        ${SHORTCUTS.map(
          ([keys, act]) =>
            html`<dt><kbd>${keys}</kbd></dt>
              <dd>${act}</dd>`,
        )}
      </dl>
    </confab-modal>`;
  }
}

customElements.define('confab-shortcut-list', ShortcutList);
