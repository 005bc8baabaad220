import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { addressOf } from '../../chat/place';
import { Drafts } from '../../device/drafts';
import { type Preference, privateFolded, roomsFolded } from '../../device/preference';
import { directKey, type StreamKey, userKey } from '../../protocol/names';
import { asBefore, myConversations, myRooms, peopleOnline } from '../../state/order';
import { mentionsOf, unreadOf } from '../../state/unread';
import { type Conversation, keyOf, type Place, placeOf, type Room, type Stream } from '../../state/state';
import { go, myself, openDialog } from '../common/actions';
import { avatar, avatarStyles } from '../common/avatar';
import { icon } from '../common/icons';
import { shared } from '../common/shared';
import { Watch } from '../common/watch';
import { WatchPreferences } from '../common/watch-preferences';
import './account-bar';
import { draftMark, mentionsMark, newsDot, unreadMark } from './marks';
import './notify-offer';
import { sidebarStyles } from './sidebar.styles';

/** My rooms, my private conversations, and how to get to others. */
export class Sidebar extends LitElement {
  static override readonly styles = [shared, avatarStyles, sidebarStyles];

  readonly #streams = new Watch(this, (state) => state.streams);
  readonly #place = new Watch(this, (state) => state.place);
  readonly #listed = new Watch(this, (state) => state.listed);
  readonly #attentive = new Watch(this, (state) => state.attentive);
  readonly #drafts = new Drafts(myself());
  #drafted: ReadonlySet<string> = new Set();
  #draftedAt: Place | undefined;
  #order: readonly StreamKey[] = [];

  constructor() {
    super();
    new WatchPreferences(this, roomsFolded, privateFolded);
  }

  /** To the place that is shown, among the others. */
  override focus(): void {
    const at = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    (at('[aria-current=page]') ?? at('a, .fold'))?.focus();
  }

  /** One writes where one is: what is left unsent elsewhere is another once one goes elsewhere. */
  protected override willUpdate(): void {
    if (this.#draftedAt === this.#place.value) return;
    this.#draftedAt = this.#place.value;
    this.#drafted = this.#drafts.all();
  }

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
        ${this.#rooms()} ${this.#conversations()}
      </div>
      <confab-notify-offer></confab-notify-offer>
      <confab-account-bar></confab-account-bar>`;
  }

  #rooms() {
    const rooms = this.#unfolded(myRooms(this.#streams.value), roomsFolded);
    return html`<section aria-labelledby="rooms">
      ${heading('rooms', 'Rooms', roomsFolded)}
      <ul data-testid="room-list">
        ${repeat(
          rooms,
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
    </section>`;
  }

  #conversations() {
    const conversations = this.#ordered();
    const online = peopleOnline(this.#streams.value);
    return html`<section aria-labelledby="private">
      ${heading('private', 'Private', privateFolded)}
      ${
        conversations.length === 0
          ? html`<p class="empty">Choose somebody in a room and write to them alone.</p>`
          : html`<ul data-testid="direct-list">
              ${repeat(
                this.#unfolded(conversations, privateFolded),
                (one) => one.with,
                (one) => this.#conversation(one, online),
              )}
            </ul>`
      }
    </section>`;
  }

  /** The latest first; but nothing moves away from under a pointer, or from the focus. */
  #ordered(): readonly Conversation[] {
    const latest = myConversations(this.#streams.value);
    const isInUse = this.renderRoot.querySelector('[data-testid=direct-list]')?.matches(':hover, :focus-within') === true;
    const ordered = isInUse ? asBefore(this.#order, latest) : latest;
    this.#order = ordered.map((one) => directKey(one.with));
    return ordered;
  }

  /** Of a list that is folded, what is new in it, and what is shown. */
  #unfolded<S extends Stream>(streams: readonly S[], folded: Preference): readonly S[] {
    if (!folded.isOn) return streams;
    return streams.filter((stream) => this.#isShown(stream) || this.#unreadOf(stream) > 0);
  }

  #room(room: Room) {
    const [unread, mentions] = [this.#unreadOf(room), this.#mentionsOf(room)];
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
        ${room.hasPassword ? html`<span class="for-the-ear">, with password</span>` : nothing}
        ${this.#draftOf(room)} ${mentionsMark(mentions)} ${newsDot(unread, room.isMore)}
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
        ${isOnline ? html`<span class="for-the-ear">, online</span>` : nothing}
        ${this.#draftOf(conversation)} ${mentionsMark(this.#mentionsOf(conversation))} ${unreadMark(this.#unreadOf(conversation))}
      </a>
    </li>`;
  }

  /** Not of the place that is shown: there one sees it. */
  #draftOf(stream: Stream) {
    return !this.#isShown(stream) && this.#drafted.has(keyOf(placeOf(stream))) ? draftMark : nothing;
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

/** The heading of a list, which folds it. */
function heading(id: string, text: string, folded: Preference) {
  return html`<h2>
    <button id=${id} class="fold" type="button" aria-expanded=${!folded.isOn} data-testid="fold-${id}" @click=${() => folded.toggle()}>
      ${icon('fold', 14)}${text}
    </button>
  </h2>`;
}

const skeleton = html`<li class="skeleton"></li>
  <li class="skeleton"></li>`;

customElements.define('confab-sidebar', Sidebar);
