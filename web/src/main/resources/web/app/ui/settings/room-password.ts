import { html, LitElement, nothing } from 'lit';
import { app } from '../../app';
import { notify } from '../common/actions';
import { passwordField } from '../common/fields';
import { formStyles } from '../common/form.styles';
import { shared } from '../common/shared';
import { Task } from '../common/task';
import { sectionStyles } from './section.styles';

/** Sets, changes or takes away the password of a room; members stay members. */
export class RoomPassword extends LitElement {
  static override readonly properties = { room: {}, hasPassword: {}, _shown: { state: true } };
  static override readonly styles = [shared, formStyles, sectionStyles];

  declare room: string;
  declare hasPassword: boolean;
  declare _shown: boolean;
  readonly #saving = new Task(this);
  #password = '';

  protected override render() {
    return html`<form @submit=${this.#onSubmit}>
      ${passwordField({
        id: 'new-room-password',
        label: this.hasPassword ? 'New password' : 'Password',
        value: this.#password,
        hint: this.hasPassword
          ? 'This room has a password.'
          : 'Everybody may come in. With a password, only those who know it.',
        error: this.#saving.error,
        shown: this._shown,
        onToggle: () => (this._shown = !this._shown),
        onInput: (value) => {
          this.#password = value;
          this.requestUpdate();
        },
      })}
      <div class="actions">
        ${
          this.hasPassword
            ? html`<button
                class="button small"
                type="button"
                data-testid="remove-password"
                ?disabled=${this.#saving.running}
                @click=${() => void this.#save(null)}
              >
                Remove password
              </button>`
            : nothing
        }
        <button
          class="button small"
          data-testid="save-password"
          ?disabled=${this.#saving.running || this.#password === ''}
        >
          Set password
        </button>
      </div>
    </form>`;
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await this.#save(this.#password);
  }

  async #save(password: string | null): Promise<void> {
    if (password === '' || !(await this.#saving.run(() => app.api.rooms.change(this.room, { password })))) return;
    this.#password = '';
    this.requestUpdate();
    notify(password === null ? 'The room is open to everybody.' : 'The room has a new password.');
  }
}

customElements.define('confab-room-password', RoomPassword);
