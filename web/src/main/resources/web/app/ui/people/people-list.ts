import { html, LitElement, nothing } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { app } from '../../app';
import { onlineIn, roleOf } from '../../state/changes';
import { keyOf, type Room } from '../../state/state';
import { showDrawer } from '../common/actions';
import { avatar, avatarStyles } from '../common/avatar';
import { icon } from '../common/icons';
import { shared } from '../common/shared';
import { Watch } from '../common/watch';
import { byStanding } from './standing';
import './person-menu';
import { peopleStyles } from './people.styles';

const AT_ONCE = 100;

/** Whether there are people in a crowd who were not asked for yet. */
function hasMore({ crowd }: Room): boolean {
  return crowd !== undefined && (!crowd.asked || crowd.next !== undefined);
}

/** Who is in the room now; in a big one, as many as one asks for. */
export class PeopleList extends LitElement {
  static override readonly properties = { _most: { state: true } };
  static override readonly styles = [shared, avatarStyles, peopleStyles];

  declare _most: number;
  readonly #room = new Watch(this, (state) => {
    const stream = state.streams.get(keyOf(state.place));
    return stream?.kind === 'room' ? stream : undefined;
  });

  constructor() {
    super();
    this._most = AT_ONCE;
  }

  protected override render() {
    const room = this.#room.value;
    if (room === undefined) return nothing;
    return html`<header>
        <h2>In this room <span class="muted" data-testid="people-count">${onlineIn(room)}</span></h2>
        <button class="icon-button close" type="button" aria-label="Close people" @click=${() => showDrawer('none')}>
          ${icon('close')}
        </button>
      </header>
      <ul data-testid="people">
        ${guard([room.users, room.roles, room.owner, room.role, this._most], () => this.#people(room))}
      </ul>
      ${room.users.length > this._most || hasMore(room) ? this.#more(room) : nothing}`;
  }

  #people(room: Room) {
    return repeat(
      byStanding(room).slice(0, this._most),
      (user) => user,
      (user) => this.#person(user, room),
    );
  }

  #more(room: Room) {
    const others = onlineIn(room) - Math.min(this._most, room.users.length);
    return html`<button
      class="button small"
      type="button"
      data-testid="more-people"
      @click=${() => this.#showMore(room)}
    >
      ${others} more
    </button>`;
  }

  #showMore(room: Room): void {
    if (room.users.length > this._most) this._most += AT_ONCE;
    else if (room.crowd !== undefined) void app.chat.rooms.morePeople(room.name);
  }

  #person(user: string, room: Room) {
    const role = roleOf(room, user);
    const sign = icon(role === 'owner' ? 'crown' : 'shield', 16);
    return html`<li data-testid="person" data-user=${user}>
      ${avatar(user, 'small')}
      <span class="name"><bdi>${user}</bdi></span>
      ${role === 'member' ? nothing : html`<span class="role" title=${role}>${sign}<span class="for-the-ear">${role}</span></span>`}
      <confab-person-menu .user=${user} .room=${room}></confab-person-menu>
    </li>`;
  }
}

customElements.define('confab-people', PeopleList);
