import { html, LitElement, nothing } from 'lit';
import { app } from '../../app';
import { MAIN, roomKey } from '../../protocol/names';
import { isolated } from '../../text/names';
import { closeDialog } from '../common/actions';
import { field } from '../common/fields';
import { formStyles } from '../common/form.styles';
import { shared } from '../common/shared';
import { Task } from '../common/task';
import { sectionStyles } from './section.styles';

/** Deletes a room, once its name has been typed. */
export class DeleteRoom extends LitElement {
  static override readonly properties = { room: {}, _asked: { state: true }, _typed: { state: true } };
  static override readonly styles = [shared, formStyles, sectionStyles];

  declare room: string;
  declare _asked: boolean;
  declare _typed: string;
  readonly #deletion = new Task(this);

  protected override render() {
    if (roomKey(this.room) === roomKey(MAIN)) return nothing;
    return html`<h3>Delete room</h3>
      <p class="muted">The room and everything said in it are gone for everybody.</p>
      ${this._asked ? this.#confirmation() : this.#question()}`;
  }

  #question() {
    return html`<div class="actions">
      <button class="button small" type="button" data-testid="delete-room" @click=${() => (this._asked = true)}>
        Delete room…
      </button>
    </div>`;
  }

  #confirmation() {
    const sure = roomKey(this._typed ?? '') === roomKey(this.room);
    return html`<form @submit=${this.#onSubmit}>
      ${field({
        id: 'delete-room-name',
        label: `Type ${isolated(this.room)} to delete it`,
        value: this._typed ?? '',
        error: this.#deletion.error,
        onInput: (value) => (this._typed = value),
      })}
      <div class="actions">
        <button class="button small" type="button" @click=${() => (this._asked = false)}>Cancel</button>
        <button
          class="button small danger"
          data-testid="delete-room-confirm"
          ?disabled=${!sure || this.#deletion.running}
        >
          Delete for good
        </button>
      </div>
    </form>`;
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (await this.#deletion.run(() => app.api.rooms.delete(this.room))) closeDialog();
  }
}

customElements.define('confab-delete-room', DeleteRoom);
