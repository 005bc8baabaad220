import { html, LitElement, nothing } from 'lit';
import { app } from '../../app';
import type { Ban } from '../../protocol/answers';
import { fullTime } from '../../text/times';
import { avatar, avatarStyles } from '../common/avatar';
import { formStyles } from '../common/form.styles';
import { shared } from '../common/shared';
import { Task } from '../common/task';
import { sectionStyles } from './section.styles';

/** Who is banned from a room, by whom, why and until when; a ban can be lifted. */
export class BanList extends LitElement {
  static override readonly properties = { room: {} };
  static override readonly styles = [shared, formStyles, avatarStyles, sectionStyles];

  declare room: string;
  readonly #loading = new Task(this);
  readonly #lifting = new Task(this);
  #bans: readonly Ban[] = [];

  protected override firstUpdated(): void {
    void this.#load();
  }

  protected override render() {
    const error = this.#loading.error ?? this.#lifting.error;
    const empty = this.#bans.length === 0 && !this.#loading.running && error === undefined;
    return html`<h3>Banned</h3>
      ${empty ? html`<p class="muted">Nobody is banned.</p>` : nothing}
      <ul aria-busy=${this.#loading.running}>
        ${this.#bans.map((ban) => this.#ban(ban))}
      </ul>
      ${error ? html`<p class="error" role="alert">${error}</p>` : nothing}`;
  }

  #ban(ban: Ban) {
    const length = ban.until ? `until ${fullTime(new Date(ban.until))}` : 'for good';
    return html`<li data-testid="ban-entry" data-user=${ban.user}>
      ${avatar(ban.user, 'small')}
      <div class="about">
        <bdi>${ban.user}</bdi>
        <p class="muted">
          ${length}, by <bdi>${ban.by}</bdi>${ban.reason ? html`: <bdi>${ban.reason}</bdi>` : nothing}
        </p>
      </div>
      <button
        class="button small"
        type="button"
        data-testid="unban"
        ?disabled=${this.#lifting.running}
        @click=${() => void this.#lift(ban)}
      >
        Unban
      </button>
    </li>`;
  }

  async #load(): Promise<void> {
    await this.#loading.run(async () => {
      this.#bans = await app.api.rooms.bans(this.room);
    });
  }

  async #lift(ban: Ban): Promise<void> {
    if (await this.#lifting.run(() => app.api.rooms.unban(this.room, ban.user))) await this.#load();
  }
}

customElements.define('confab-ban-list', BanList);
