import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { roleOf } from '../../state/changes';
import { keyOf, type Room } from '../../state/state';
import { showDrawer } from '../common/actions';
import { avatar, avatarStyles } from '../common/avatar';
import { icon } from '../common/icons';
import { shared } from '../common/shared';
import { Watch } from '../common/watch';
import { byStanding } from './standing';
import './person-menu';
import { peopleStyles } from './people.styles';

/** Who is in the room now. */
export class PeopleList extends LitElement {
  static override readonly styles = [shared, avatarStyles, peopleStyles];

  readonly #room = new Watch(this, (state) => {
    const stream = state.streams.get(keyOf(state.place));
    return stream?.kind === 'room' ? stream : undefined;
  });

  protected override render() {
    const room = this.#room.value;
    if (room === undefined) return nothing;
    return html`<header>
        <h2>In this room <span class="muted" data-testid="people-count">${room.users.length}</span></h2>
        <button class="icon-button close" type="button" aria-label="Close people" @click=${() => showDrawer('none')}>
          ${icon('close')}
        </button>
      </header>
      <ul data-testid="people">
        ${repeat(
          byStanding(room),
          (user) => user,
          (user) => this.#person(user, room),
        )}
      </ul>`;
  }

  #person(user: string, room: Room) {
    const role = roleOf(room, user);
    return html`<li data-testid="person" data-user=${user}>
      ${avatar(user, 'small')}
      <span class="name">${user}</span>
      ${role === 'member' ? nothing : html`<span class="role" title=${role}>${icon(role === 'owner' ? 'crown' : 'shield', 16)}<span class="for-the-ear">${role}</span></span>`}
      <confab-person-menu .user=${user} .room=${room}></confab-person-menu>
    </li>`;
  }
}

customElements.define('confab-people', PeopleList);
