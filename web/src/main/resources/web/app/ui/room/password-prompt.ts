import { html, LitElement } from 'lit';
import { app } from '../../app';
import { problemOf, sentence } from '../../protocol/problem';
import { isolated } from '../../text/names';
import { go } from '../common/actions';
import { passwordField } from '../common/fields';
import { formStyles } from '../common/form.styles';
import { shared } from '../common/shared';

/** Asks for the password of a room, in place, and goes in with it. */
export class PasswordPrompt extends LitElement {
  static override readonly properties = {
    room: {},
    _error: { state: true },
    _busy: { state: true },
    _shown: { state: true },
  };

  static override readonly styles = [shared, formStyles];

  declare room: string;
  declare _error: string | undefined;
  declare _busy: boolean;
  declare _shown: boolean;
  #password = '';

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  protected override render() {
    return html`<form @submit=${this.#onSubmit}>
      ${passwordField({
        id: 'room-password',
        label: `Password of ${isolated(this.room)}`,
        value: this.#password,
        error: this._error,
        errorTestid: 'room-password-error',
        shown: this._shown,
        onToggle: () => (this._shown = !this._shown),
        onInput: (value) => (this.#password = value),
      })}
      <button class="button primary" data-testid="room-password-submit" ?disabled=${this._busy}>Join room</button>
    </form>`;
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (this._busy || this.#password === '') return;
    this._busy = true;
    try {
      await app.chat.rooms.join(this.room, this.#password);
      go({ kind: 'room', room: this.room });
    } catch (error) {
      this._error = sentence(problemOf(error));
      this.renderRoot.querySelector('input')?.select();
    } finally {
      this._busy = false;
    }
  }
}

customElements.define('confab-password-prompt', PasswordPrompt);
