import { html, LitElement, nothing } from 'lit';
import { app } from '../../app';
import { closeDialog, myself, notify } from '../common/actions';
import { field } from '../common/fields';
import '../common/modal';
import { formStyles } from '../common/form.styles';
import { shared } from '../common/shared';
import { Task } from '../common/task';

/** How others see this person. */
export class ProfileDialog extends LitElement {
  static override readonly styles = [shared, formStyles];

  readonly #loading = new Task(this);
  readonly #saving = new Task(this);
  #displayName = '';
  #bio = '';

  protected override firstUpdated(): void {
    void this.#loading.run(async () => {
      const { displayName, bio } = await app.api.people.profile(myself());
      this.#displayName = displayName ?? '';
      this.#bio = bio ?? '';
    });
  }

  protected override render() {
    const { problem, error, running } = this.#saving;
    return html`<confab-modal heading="Your profile">
      <form novalidate @submit=${this.#onSubmit}>
        ${field({
          id: 'display-name',
          label: 'Display name',
          value: this.#displayName,
          hint: `Shown in your profile; your messages carry your username, ${myself()}.`,
          error: this.#saving.errorOf('displayName'),
          focus: true,
          onInput: (value) => (this.#displayName = value),
        })}
        ${field({
          id: 'bio',
          label: 'About you',
          optional: true,
          value: this.#bio,
          error: this.#saving.errorOf('bio'),
          onInput: (value) => (this.#bio = value),
        })}
        ${problem && !problem.field ? html`<p class="error" role="alert">${error}</p>` : nothing}
        ${this.#loading.error ? html`<p class="error" role="alert">${this.#loading.error}</p>` : nothing}
        <div class="actions">
          <button class="button" type="button" @click=${closeDialog}>Cancel</button>
          <button class="button primary" data-testid="profile-submit" ?disabled=${running || this.#loading.running}>
            Save
          </button>
        </div>
      </form>
    </confab-modal>`;
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const change = { displayName: this.#displayName.trim(), bio: this.#bio.trim() };
    if (!(await this.#saving.run(() => app.api.people.changeProfile(change)))) return;
    closeDialog();
    notify('Your profile is saved.');
  }
}

customElements.define('confab-profile', ProfileDialog);
