import { html, LitElement, nothing } from 'lit';
import { app } from '../../app';
import { passwordProblem } from '../../protocol/names';
import { closeDialog, notify } from '../common/actions';
import { passwordField } from '../common/fields';
import '../common/modal';
import { formStyles } from '../common/form.styles';
import { shared } from '../common/shared';
import { Task } from '../common/task';

/** A new password for this account; it ends the other sessions. */
export class ChangePassword extends LitElement {
  static override readonly properties = { _fault: { state: true }, _shown: { state: true } };
  static override readonly styles = [shared, formStyles];

  declare _fault: string | undefined;
  declare _shown: boolean;
  readonly #change = new Task(this);
  #current = '';
  #next = '';

  protected override render() {
    const { problem, error, running } = this.#change;
    const ofCurrent = problem?.code === 'bad_credentials' || problem?.field === 'current';
    const toggle = { shown: this._shown, onToggle: () => (this._shown = !this._shown) };
    return html`<confab-modal heading="Change password">
      <form novalidate @submit=${this.#onSubmit}>
        ${passwordField({
          ...toggle,
          id: 'current-password',
          label: 'Present password',
          value: this.#current,
          autocomplete: 'current-password',
          focus: true,
          error: ofCurrent ? 'That is not your present password.' : undefined,
          onInput: (value) => (this.#current = value),
        })}
        ${passwordField({
          ...toggle,
          id: 'new-password',
          label: 'New password',
          value: this.#next,
          autocomplete: 'new-password',
          hint: 'At least 8 characters. Your other devices will be signed out.',
          error: this._fault ?? this.#change.errorOf('next'),
          onInput: (value) => {
            this.#next = value;
            this._fault = undefined;
          },
        })}
        ${problem && !ofCurrent && problem.field !== 'next' ? html`<p class="error" role="alert">${error}</p>` : nothing}
        <div class="actions">
          <button class="button" type="button" @click=${closeDialog}>Cancel</button>
          <button class="button primary" data-testid="change-password-submit" ?disabled=${running}>
            Change password
          </button>
        </div>
      </form>
    </confab-modal>`;
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this._fault = passwordProblem(this.#next);
    if (this._fault !== undefined) return;
    if (!(await this.#change.run(() => app.api.auth.changePassword(this.#current, this.#next)))) return;
    closeDialog();
    notify('Your password is changed.');
  }
}

customElements.define('confab-change-password', ChangePassword);
