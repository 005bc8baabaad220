import { css, html, LitElement, nothing } from 'lit';
import type { Room } from '../../state/state';
import { go, myself, openDialog } from '../common/actions';
import { icon } from '../common/icons';
import '../common/menu';
import { shared } from '../common/shared';
import { isolated } from '../../text/names';
import { mayModerate } from './standing';

/** What can be done about a person in a room; only what this person may. */
export class PersonMenu extends LitElement {
  static override readonly properties = { user: {}, room: { attribute: false } };

  static override readonly styles = [
    shared,
    css`
      .sign {
        display: grid;
        place-items: center;
        inline-size: 34px;
        block-size: 34px;
        border-radius: var(--radius-small);
        color: var(--muted);
      }

      .sign:hover {
        background: var(--hover);
        color: var(--text);
      }
    `,
  ];

  declare user: string;
  declare room: Room;

  protected override render() {
    const { user, room } = this;
    return html`<confab-menu label="Actions for ${isolated(user)}" testid="person-menu">
      <span slot="button" class="sign">${icon('more')}</span>
      <button role="menuitem" data-testid="message-user" @click=${() => go({ kind: 'direct', user })}>
        ${icon('message')}Message
      </button>
      <button
        role="menuitem"
        data-testid="profile"
        @click=${() => openDialog({ kind: 'person', user, room: room.name })}
      >
        ${icon('person')}Profile
      </button>
      ${mayModerate(room, user, myself()) ? this.#moderation() : nothing}
    </confab-menu>`;
  }

  #moderation() {
    const { user, room } = this;
    return html`<button
        role="menuitem"
        class="danger"
        data-testid="kick"
        @click=${() => openDialog({ kind: 'moderate', act: 'kick', room: room.name, user })}
      >
        ${icon('kick')}Kick
      </button>
      <button
        role="menuitem"
        class="danger"
        data-testid="ban"
        @click=${() => openDialog({ kind: 'moderate', act: 'ban', room: room.name, user })}
      >
        ${icon('ban')}Ban
      </button>`;
  }
}

customElements.define('confab-person-menu', PersonMenu);
