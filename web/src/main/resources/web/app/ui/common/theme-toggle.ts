import { css, html, LitElement } from 'lit';
import { nextTheme, setTheme, type Theme, theme } from '../../device/theme';
import { icon } from './icons';
import { shared } from './shared';

const NAMES: Record<Theme, string> = { system: 'as the system', light: 'light', dark: 'dark' };

/** Goes round: as the system says, light, dark. */
export class ThemeToggle extends LitElement {
  static override readonly styles = [
    shared,
    css`
      :host {
        display: inline-block;
      }
    `,
  ];

  protected override render() {
    const now = theme();
    const label = `Theme: ${NAMES[now]}. Change to ${NAMES[nextTheme(now)]}`;
    return html`<button
      class="icon-button"
      type="button"
      data-testid="theme-toggle"
      aria-label=${label}
      title=${label}
      @click=${() => {
        setTheme(nextTheme(now));
        this.requestUpdate();
      }}
    >
      ${icon(now)}
    </button>`;
  }
}

customElements.define('confab-theme-toggle', ThemeToggle);
