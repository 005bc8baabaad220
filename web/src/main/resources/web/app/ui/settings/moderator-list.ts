import { html, LitElement, nothing } from 'lit';
import { app } from '../../app';
import { userKey } from '../../protocol/names';
import type { Room } from '../../state/state';
import { avatar, avatarStyles } from '../common/avatar';
import { field } from '../common/fields';
import { formStyles } from '../common/form.styles';
import { shared } from '../common/shared';
import { Task } from '../common/task';
import { sectionStyles } from './section.styles';

/** Who helps the owner to keep order; the list follows what the server says of roles. */
export class ModeratorList extends LitElement {
  static override readonly properties = { room: { attribute: false } };
  static override readonly styles = [shared, formStyles, avatarStyles, sectionStyles];

  declare room: Room;
  readonly #change = new Task(this);
  #name = '';

  protected override render() {
    const moderators = [...this.room.roles].filter(([, role]) => role === 'moderator').map(([user]) => user);
    return html`<h3>Moderators</h3>
      ${moderators.length === 0 ? html`<p class="muted">Nobody. Moderators may kick and ban.</p>` : nothing}
      <ul>
        ${moderators.sort().map((user) => this.#moderator(user))}
      </ul>
      <form class="line" @submit=${this.#onSubmit}>
        ${field({
          id: 'moderator-name',
          label: 'Make a member moderator',
          placeholder: 'Username',
          value: this.#name,
          onInput: (value) => (this.#name = value),
        })}
        <button class="button" data-testid="add-moderator" ?disabled=${this.#change.running}>Add</button>
      </form>
      ${this.#change.error ? html`<p class="error" role="alert">${this.#change.error}</p>` : nothing}`;
  }

  #moderator(key: string) {
    const user = this.room.users.find((name) => userKey(name) === key) ?? key;
    return html`<li data-testid="moderator" data-user=${user}>
      ${avatar(user, 'small')}<span class="about"><bdi>${user}</bdi></span>
      <button
        class="button small"
        type="button"
        data-testid="dismiss-moderator"
        ?disabled=${this.#change.running}
        @click=${() => void this.#run(() => app.api.rooms.dismissModerator(this.room.name, user))}
      >
        Dismiss
      </button>
    </li>`;
  }

  async #onSubmit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const user = this.#name.trim();
    if (user === '') return;
    if (await this.#run(() => app.api.rooms.makeModerator(this.room.name, user))) this.#name = '';
    this.requestUpdate();
  }

  async #run(act: () => Promise<void>): Promise<boolean> {
    const done = await this.#change.run(act);
    if (done) await app.chat.rooms.describe(this.room.name);
    return done;
  }
}

customElements.define('confab-moderator-list', ModeratorList);
