import { html, LitElement, nothing } from 'lit';
import { app } from '../../app';
import { roomNameProblem } from '../../protocol/names';
import { closeDialog, go } from '../common/actions';
import { field, passwordField } from '../common/fields';
import '../common/modal';
import { formStyles } from '../common/form.styles';
import { shared } from '../common/shared';
import { Task } from '../common/task';

/** Makes a room, with a password if it is not for everybody. */
export class CreateRoom extends LitElement {
  static override readonly properties = { _fault: { state: true }, _shown: { state: true } };
  static override readonly styles = [shared, formStyles];

  declare _fault: string | undefined;
  declare _shown: boolean;
  readonly #creation = new Task(this);
  #name = '';
  #password = '';
  #topic = '';

  protected override render() {
    const { problem, error, running } = this.#creation;
    const ofPassword = this.#creation.errorOf('password');
    const ofName = problem?.code === 'room_exists' || problem?.field === 'name' || problem?.field === 'room';
    return html`<confab-modal heading="Create a room">
      <form novalidate @submit=${this.#onSubmit}>
        ${field({
          id: 'create-room-name',
          label: 'Name',
          value: this.#name,
          error: this._fault ?? (ofName ? error : undefined),
          errorTestid: 'create-room-error',
          focus: true,
          onInput: (value) => {
            this.#name = value;
            this._fault = undefined;
            this.#creation.forget();
          },
        })}
        ${field({
          id: 'create-room-topic',
          label: 'Topic',
          optional: true,
          value: this.#topic,
          error: this.#creation.errorOf('topic'),
          onInput: (value) => (this.#topic = value),
        })}
        ${passwordField({
          id: 'create-room-password',
          label: 'Password',
          optional: true,
          value: this.#password,
          hint: 'Without one, everybody may come in.',
          error: ofPassword,
          shown: this._shown,
          onToggle: () => (this._shown = !this._shown),
          onInput: (value) => (this.#password = value),
        })}
        ${problem && !ofName && !problem.field ? html`<p class="error" role="alert" data-testid="create-room-error">${error}</p>` : nothing}
        <div class="actions">
          <button class="button" type="button" @click=${closeDialog}>Cancel</button>
          <button class="button primary" data-testid="create-room-submit" ?disabled=${running}>Create room</button>
        </div>
      </form>
    </confab-modal>`;
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    this._fault = roomNameProblem(this.#name);
    if (this._fault !== undefined) return;
    const name = this.#name.trim();
    const topic = this.#topic.trim();
    const made = await this.#creation.run(async () => {
      await app.api.rooms.create({
        name,
        ...(this.#password && { password: this.#password }),
        ...(topic && { topic }),
      });
      await app.chat.rooms.join(name, this.#password || undefined);
    });
    if (made) go({ kind: 'room', room: name });
  }
}

customElements.define('confab-create-room', CreateRoom);
