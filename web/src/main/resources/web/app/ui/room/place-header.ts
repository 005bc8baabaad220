import { html, LitElement, nothing } from 'lit';
import { app } from '../../app';
import { MAIN, roomKey } from '../../protocol/names';
import { problemOf, sentence } from '../../protocol/problem';
import { onlineIn } from '../../state/changes';
import { keyOf, placeOf, type Room, type Stream } from '../../state/state';
import { totalUnread } from '../../state/unread';
import { notify, openDialog, showDrawer } from '../common/actions';
import { avatar, avatarStyles } from '../common/avatar';
import { icon } from '../common/icons';
import { shared } from '../common/shared';
import { Watch } from '../common/watch';
import { isolated } from '../../text/names';
import { placeHeaderStyles } from './place-header.styles';

/** The name of the place, and what can be done with it. */
export class PlaceHeader extends LitElement {
  static override readonly properties = { stream: { attribute: false } };
  static override readonly styles = [shared, avatarStyles, placeHeaderStyles];

  declare stream: Stream;
  readonly #unread = new Watch(this, totalUnread);

  protected override render() {
    const { stream } = this;
    return html`<header>
      <button
        class="icon-button narrow"
        type="button"
        data-testid="open-sidebar"
        aria-label="Rooms and conversations"
        @click=${() => showDrawer('sidebar')}
      >
        ${icon('menu')}${this.#unread.value > 0 ? html`<i class="dot"></i>` : nothing}
      </button>
      ${stream.kind === 'room' ? this.#room(stream) : this.#person(stream.with)}
    </header>`;
  }

  #room(room: Room) {
    const isMain = roomKey(room.name) === roomKey(MAIN);
    const isIn = room.access.kind === 'in';
    return html`<span class="sign">${icon(room.hasPassword ? 'lock' : 'hash', 22)}</span>
      <div class="title">
        <h1 data-testid="room-title"><bdi>${room.name}</bdi></h1>
        <p class="topic" data-testid="room-topic" title=${room.topic} dir="auto">${room.topic}</p>
      </div>
      ${this.#search()} ${isIn ? this.#pins(room) : nothing}
      ${
        isIn && room.role !== 'member'
          ? this.#button('settings', 'Room settings', 'room-settings', () =>
              openDialog({ kind: 'roomSettings', room: room.name }),
            )
          : nothing
      }
      ${
        isIn && !isMain && room.role !== 'owner'
          ? this.#button('exit', 'Leave room', 'leave-room', () => void this.#leave(room.name))
          : nothing
      }
      <button
        class="icon-button people"
        type="button"
        data-testid="open-people"
        aria-label="People, ${onlineIn(room)} here"
        @click=${() => showDrawer('people')}
      >
        ${icon('people')}<span aria-hidden="true">${onlineIn(room)}</span>
      </button>`;
  }

  #person(user: string) {
    return html`${avatar(user)}
      <div class="title">
        <h1 data-testid="room-title"><bdi>${user}</bdi></h1>
      </div>
      ${this.#search()} ${this.#pins(this.stream)}
      <span class="private" data-testid="private-label">${icon('lock', 15)}Private</span>`;
  }

  #search() {
    return this.#button('search', 'Search messages', 'open-search', () => openDialog({ kind: 'search', query: '' }));
  }

  #pins(stream: Stream) {
    return this.#button('pin', 'Pinned messages', 'open-pins', () =>
      openDialog({ kind: 'pins', key: keyOf(placeOf(stream)) }),
    );
  }

  #button(sign: 'settings' | 'exit' | 'pin' | 'search', label: string, testid: string, act: () => void) {
    return html`<button
      class="icon-button"
      type="button"
      data-testid=${testid}
      aria-label=${label}
      title=${label}
      @click=${act}
    >
      ${icon(sign)}
    </button>`;
  }

  async #leave(room: string): Promise<void> {
    try {
      await app.chat.leave(room);
      notify(`You left ${isolated(room)}.`);
    } catch (error) {
      notify(`You are still in ${isolated(room)}: ${sentence(problemOf(error))}`);
    }
  }
}

customElements.define('confab-place-header', PlaceHeader);
