import { css, html, LitElement, nothing } from 'lit';
import { app } from '../../app';
import type { Profile } from '../../protocol/answers';
import { roleOf, roomNamed } from '../../state/changes';
import { go, myself, openDialog } from '../common/actions';
import { avatar, avatarStyles } from '../common/avatar';
import { icon } from '../common/icons';
import '../common/modal';
import { shared } from '../common/shared';
import { Task } from '../common/task';
import { mayModerate } from '../people/standing';

/** Who somebody is, also when they are not in the room now. */
export class PersonCard extends LitElement {
  static override readonly properties = { user: {}, room: {} };

  static override readonly styles = [
    shared,
    avatarStyles,
    css`
      .who {
        display: flex;
        align-items: center;
        gap: 14px;
        margin-block-end: 20px;
        overflow-wrap: anywhere;
      }

      h3 {
        font-size: 16px;
      }

      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
    `,
  ];

  declare user: string;
  declare room: string | undefined;
  readonly #loading = new Task(this);
  #profile: Profile | undefined;

  protected override firstUpdated(): void {
    void this.#loading.run(async () => {
      this.#profile = await app.api.people.profile(this.user);
    });
  }

  protected override render() {
    const room = this.room === undefined ? undefined : roomNamed(app.store.state, this.room);
    const role = room && roleOf(room, this.user);
    return html`<confab-modal heading=${this.user}>
      <div class="who" aria-busy=${this.#loading.running}>
        ${avatar(this.user)}
        <div>
          <h3><bdi>${this.#profile?.displayName || this.user}</bdi></h3>
          ${role && role !== 'member' ? html`<p class="muted">${role} of <bdi>${this.room}</bdi></p>` : nothing}
          ${this.#profile?.bio ? html`<p dir="auto">${this.#profile.bio}</p>` : nothing}
        </div>
      </div>
      <div class="acts">
        <button class="button primary" @click=${() => go({ kind: 'direct', user: this.user })}>
          ${icon('message')}Message
        </button>
        ${room && mayModerate(room, this.user, myself()) ? this.#moderation(room.name) : nothing}
      </div>
    </confab-modal>`;
  }

  #moderation(room: string) {
    const { user } = this;
    return html`<button class="button" @click=${() => openDialog({ kind: 'moderate', act: 'kick', room, user })}>
        ${icon('kick')}Kick
      </button>
      <button class="button" @click=${() => openDialog({ kind: 'moderate', act: 'ban', room, user })}>
        ${icon('ban')}Ban
      </button>`;
  }
}

customElements.define('confab-person-card', PersonCard);
