import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { app } from '../../app';
import type { RoomRow } from '../../protocol/answers';
import { roomNamed } from '../../state/changes';
import { isolated } from '../../text/names';
import { go, openDialog } from '../common/actions';
import { icon } from '../common/icons';
import '../common/modal';
import { formStyles } from '../common/form.styles';
import { shared } from '../common/shared';
import { Task } from '../common/task';
import '../room/password-prompt';
import { browseStyles } from './browse.styles';

const PAUSE_MS = 200;

/** All rooms there are, to look through and to join. */
export class BrowseRooms extends LitElement {
  static override readonly properties = { _asks: { state: true } };
  static override readonly styles = [shared, formStyles, browseStyles];

  /** The room whose password is asked for. */
  declare _asks: string | undefined;
  readonly #search = new Task(this);
  readonly #entry = new Task(this);
  #rows: readonly RoomRow[] = [];
  #next: string | undefined;
  #query = '';
  #timer = 0;
  #turn = 0;

  protected override firstUpdated(): void {
    void this.#find();
  }

  protected override render() {
    return html`<confab-modal heading="Rooms" wide>
      <div data-testid="room-browser">
        <div class="search">
          ${icon('search')}
          <input
            type="search"
            data-testid="room-search"
            aria-label="Search rooms"
            placeholder="Search rooms"
            autofocus
            @input=${this.#onInput}
          />
        </div>
        <ul>
          ${repeat(
            this.#rows,
            ({ name }) => name,
            (row) => this.#row(row),
          )}
        </ul>
        ${this.#foot()}
      </div>
    </confab-modal>`;
  }

  #row(row: RoomRow) {
    const joined = roomNamed(app.store.state, row.name)?.access.kind === 'in';
    const asks = this._asks === row.name;
    return html`<li data-testid="directory-room" data-room=${row.name}>
      <span class="sign">${icon(row.hasPassword ? 'lock' : 'hash')}</span>
      <div class="about">
        <h3><bdi>${row.name}</bdi>${row.hasPassword ? html`<span class="for-the-ear">, with password</span>` : nothing}</h3>
        ${row.topic ? html`<p class="topic" dir="auto">${row.topic}</p>` : nothing}
        <p class="muted">
          <span class="online" data-testid="online">${row.online} online</span> · ${row.memberCount}
          ${row.memberCount === 1 ? 'member' : 'members'}${row.owner ? html` · by <bdi>${row.owner}</bdi>` : nothing}
        </p>
      </div>
      ${
        asks
          ? nothing
          : html`<button
              class="button small ${joined ? '' : 'primary'}"
              data-testid="join-room"
              ?disabled=${this.#entry.running}
              aria-label="${joined ? 'Open' : 'Join'} ${isolated(row.name)}"
              @click=${() => void this.#enter(row, joined)}
            >
              ${joined ? 'Open' : 'Join'}
            </button>`
      }
      ${asks ? html`<confab-password-prompt .room=${row.name}></confab-password-prompt>` : nothing}
    </li>`;
  }

  #foot() {
    const { error } = this.#search;
    if (error !== undefined) {
      return html`<p class="error" role="alert">${error} <button class="link" @click=${this.#find}>Retry</button></p>`;
    }
    if (this.#entry.error !== undefined) return html`<p class="error" role="alert">${this.#entry.error}</p>`;
    if (this.#next !== undefined) {
      return html`<button
        class="button more"
        data-testid="more-rooms"
        ?disabled=${this.#search.running}
        @click=${this.#more}
      >
        Show more
      </button>`;
    }
    if (this.#rows.length > 0 || this.#search.running) return nothing;
    return html`<p class="empty" role="status">
      No room is called that.
      <button class="link" @click=${() => openDialog({ kind: 'createRoom' })}>Create one</button>
    </p>`;
  }

  #onInput(event: InputEvent): void {
    this.#query = (event.target as HTMLInputElement).value.trim();
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#find(), PAUSE_MS);
  }

  /** The answer to an older question than the last is left aside. */
  async #find(): Promise<void> {
    const turn = ++this.#turn;
    this.#search.running = false;
    await this.#search.run(async () => {
      const page = await app.api.rooms.find(this.#query);
      if (turn === this.#turn) [this.#rows, this.#next] = [page.rooms, page.next ?? undefined];
    });
  }

  async #more(): Promise<void> {
    const turn = this.#turn;
    await this.#search.run(async () => {
      const page = await app.api.rooms.find(this.#query, this.#next);
      if (turn === this.#turn) [this.#rows, this.#next] = [[...this.#rows, ...page.rooms], page.next ?? undefined];
    });
  }

  async #enter(row: RoomRow, joined: boolean): Promise<void> {
    if (row.hasPassword && !row.joined && !joined) {
      // nobody is asked for a password that would not let them in
      const known = await this.#entry.run(() => app.chat.rooms.requireNoBan(row.name));
      if (known) this._asks = row.name;
      return;
    }
    const isIn = joined || (await this.#entry.run(() => app.chat.rooms.join(row.name)));
    if (isIn) go({ kind: 'room', room: row.name });
    else if (this.#entry.problem?.code === 'wrong_password') this._asks = row.name;
  }
}

customElements.define('confab-browse-rooms', BrowseRooms);
