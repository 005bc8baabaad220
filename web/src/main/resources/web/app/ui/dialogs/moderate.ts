import { html, LitElement, nothing } from 'lit';
import { app } from '../../app';
import { isolated } from '../../text/names';
import { closeDialog, notify } from '../common/actions';
import { field } from '../common/fields';
import '../common/modal';
import { formStyles } from '../common/form.styles';
import { shared } from '../common/shared';
import { Task } from '../common/task';

const HOUR_MS = 3_600_000;

const LENGTHS: readonly (readonly [label: string, hours: number | undefined])[] = [
  ['1 hour', 1],
  ['1 day', 24],
  ['1 week', 24 * 7],
  ['For good', undefined],
];

/** Asks for the reason, and for a ban how long, before somebody is put out of a room. */
export class Moderate extends LitElement {
  static override readonly properties = { act: {}, room: {}, user: {} };
  static override readonly styles = [shared, formStyles];

  declare act: 'kick' | 'ban';
  declare room: string;
  declare user: string;
  readonly #deed = new Task(this);
  #reason = '';
  #length = 0;

  protected override render() {
    const isBan = this.act === 'ban';
    const { error, running } = this.#deed;
    return html`<confab-modal heading="${isBan ? 'Ban' : 'Kick'} ${isolated(this.user)} from ${isolated(this.room)}?">
      <form @submit=${this.#onSubmit}>
        <p class="muted">
          ${isBan ? 'They leave the room now and can’t come back before the ban ends.' : 'They leave the room now. They may come back.'}
        </p>
        ${field({
          id: 'moderation-reason',
          label: 'Reason',
          optional: true,
          value: this.#reason,
          hint: `${isolated(this.user)} will see it.`,
          error: this.#deed.errorOf('reason'),
          focus: true,
          onInput: (value) => (this.#reason = value),
        })}
        ${isBan ? this.#lengths() : nothing}
        ${error && this.#deed.errorOf('reason') === undefined ? html`<p class="error" role="alert">${error}</p>` : nothing}
        <div class="actions">
          <button class="button" type="button" @click=${closeDialog}>Cancel</button>
          <button class="button danger" data-testid="moderation-confirm" ?disabled=${running}>
            ${isBan ? 'Ban' : 'Kick'} <bdi>${this.user}</bdi>
          </button>
        </div>
      </form>
    </confab-modal>`;
  }

  #lengths() {
    return html`<div class="field">
      <label for="moderation-length">How long</label>
      <select
        id="moderation-length"
        data-testid="moderation-length"
        @change=${(event: Event) => (this.#length = (event.target as HTMLSelectElement).selectedIndex)}
      >
        ${LENGTHS.map(([label]) => html`<option>${label}</option>`)}
      </select>
    </div>`;
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { room, user } = this;
    const reason = this.#reason.trim();
    const done = await this.#deed.run(() =>
      this.act === 'kick'
        ? app.api.rooms.kick(room, user, reason)
        : app.api.rooms.ban(room, user, reason, this.#until()),
    );
    if (!done) return;
    closeDialog();
    const [who, where] = [isolated(user), isolated(room)];
    notify(this.act === 'kick' ? `${who} was put out of ${where}.` : `${who} is banned from ${where}.`);
  }

  #until(): string | undefined {
    const hours = LENGTHS[this.#length]?.[1];
    return hours === undefined ? undefined : new Date(Date.now() + hours * HOUR_MS).toISOString();
  }
}

customElements.define('confab-moderate', Moderate);
