import './app.css';
import { LitElement, html } from 'lit';

class ConfabApp extends LitElement {
  override render() {
    return html`<main>Confab</main>`;
  }
}

customElements.define('confab-app', ConfabApp);
