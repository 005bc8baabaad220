import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { addressOf } from '../../chat/place';
import { userKey } from '../../protocol/names';
import { myConversations, myRooms, peopleOnline } from '../../state/order';
import { mentionsOf, unreadOf } from '../../state/unread';
import { type Conversation, keyOf, type Place, placeOf, type Room, type Stream } from '../../state/state';
import { go, openDialog } from '../common/actions';
import { avatar, avatarStyles } from '../common/avatar';
import { icon } from '../common/icons';
import { shared } from '../common/shared';
import { Watch } from '../common/watch';
import './account-bar';
import './notify-offer';
import { sidebarStyles } from './sidebar.styles';

/** My rooms, my private conversations, and how to get to others. */
export class Sidebar extends LitElement {
  static override readonly styles = [shared, avatarStyles, sidebarStyles];

  readonly #streams = new Watch(this, (state) => state.streams);
  readonly #place = new Watch(this, (state) => state.place);
  readonly #listed = new Watch(this, (state) => state.listed);
  readonly #attentive = new Watch(this, (state) => state.attentive);

  protected override render() {
    return html`<header>
        <img src="/favicon.svg" alt="" width="28" height="28" />
        <span class="brand">Confab</span>
        <button
          class="icon-button"
          aria-label="Go to a room or person"
          title="Go to… (Ctrl K)"
          @click=${() => openDialog({ kind: 'switcher' })}
        >
          ${icon('search')}
        </button>
      </header>
      <div class="lists">
        <section aria-labelledby="rooms">
          <h2 id="rooms">Rooms</h2>
          <ul data-testid="room-list">
            ${repeat(
              myRooms(this.#streams.value),
              ({ name }) => name,
              (room) => this.#room(room),
            )}
            ${this.#listed.value ? nothing : skeleton}
          </ul>
          <button class="row act" data-testid="browse-rooms" @click=${() => openDialog({ kind: 'browseRooms' })}>
            ${icon('compass')}Browse rooms
          </button>
          <button class="row act" data-testid="create-room" @click=${() => openDialog({ kind: 'createRoom' })}>
            ${icon('plus')}Create room
          </button>
        </section>
        ${this.#conversations()}
      </div>
      <confab-notify-offer></confab-notify-offer>
      <confab-account-bar></confab-account-bar>`;
  }

  #conversations() {
    const conversations = myConversations(this.#streams.value);
    const online = peopleOnline(this.#streams.value);
    return html`<section aria-labelledby="private">
      <h2 id="private">Private</h2>
      ${
        conversations.length === 0
          ? html`<p class="empty">Choose somebody in a room and write to them alone.</p>`
          : html`<ul data-testid="direct-list">
              ${repeat(
                conversations,
                (one) => one.with,
                (one) => this.#conversation(one, online),
              )}
            </ul>`
      }
    </section>`;
  }

  #room(room: Room) {
    return html`<li>
      <a
        class=${this.#classOf(room)}
        data-testid="room-item"
        data-room=${room.name}
        href=${addressOf(placeOf(room))}
        aria-current=${this.#isShown(room) ? 'page' : nothing}
        @click=${(event: MouseEvent) => this.#onLink(event, placeOf(room))}
      >
        <span class="sign">${icon(room.hasPassword ? 'lock' : 'hash', 18)}</span>
        <span class="name"><bdi>${room.name}</bdi></span>
        ${room.hasPassword ? html`<span class="for-the-ear">, with password</span>` : nothing} ${mentions(this.#mentionsOf(room))} ${unread(this.#unreadOf(room))}
      </a>
    </li>`;
  }

  #conversation(conversation: Conversation, online: ReadonlyMap<string, string>) {
    const isOnline = online.has(userKey(conversation.with));
    return html`<li>
      <a
        class="${this.#classOf(conversation)} direct"
        data-testid="direct-item"
        data-user=${conversation.with}
        href=${addressOf(placeOf(conversation))}
        aria-current=${this.#isShown(conversation) ? 'page' : nothing}
        @click=${(event: MouseEvent) => this.#onLink(event, placeOf(conversation))}
      >
        <span class="who ${isOnline ? 'online' : ''}">${avatar(conversation.with, 'small')}</span>
        <span class="name"><bdi>${conversation.with}</bdi></span>
        ${isOnline ? html`<span class="for-the-ear">, online</span>` : nothing} ${mentions(this.#mentionsOf(conversation))} ${unread(this.#unreadOf(conversation))}
      </a>
    </li>`;
  }

  #isShown(stream: Stream): boolean {
    return keyOf(placeOf(stream)) === keyOf(this.#place.value);
  }

  #unreadOf(stream: Stream): number {
    return unreadOf({ attentive: this.#attentive.value, place: this.#place.value }, stream);
  }

  #mentionsOf(stream: Stream): number {
    return mentionsOf({ attentive: this.#attentive.value, place: this.#place.value }, stream);
  }

  #classOf(stream: Stream): string {
    return `row ${this.#isShown(stream) ? 'shown' : ''} ${this.#unreadOf(stream) > 0 ? 'news' : ''}`;
  }

  #onLink(event: MouseEvent, place: Place): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(place);
  }
}

/** What names this person, apart from what is merely new. */
function mentions(count: number) {
  if (count === 0) return nothing;
  return html`<span class="mentions" data-testid="mentions"
    ><span aria-hidden="true">@${count > 99 ? '99+' : count}</span
    ><span class="for-the-ear">, ${count === 1 ? '1 mention' : `${count} mentions`}</span></span
  >`;
}

function unread(count: number) {
  if (count === 0) return nothing;
  return html`<span class="unread" data-testid="unread"
    >${count > 99 ? '99+' : count}<span class="for-the-ear"> unread</span></span
  >`;
}

const skeleton = html`<li class="skeleton"></li>
  <li class="skeleton"></li>`;

customElements.define('confab-sidebar', Sidebar);
