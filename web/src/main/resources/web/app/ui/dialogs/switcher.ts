import { css, html, LitElement, nothing } from 'lit';
import { app } from '../../app';
import type { PersonRow } from '../../protocol/answers';
import { directKey, sameUser } from '../../protocol/names';
import { inOrder, peopleOnline } from '../../state/order';
import { keyOf, placeOf, type Place, type State } from '../../state/state';
import { go, myself } from '../common/actions';
import { avatar, avatarStyles } from '../common/avatar';
import { icon } from '../common/icons';
import '../common/modal';
import { formStyles } from '../common/form.styles';
import { shared } from '../common/shared';
import { Watch } from '../common/watch';

const MOST = 12;
const PAUSE_MS = 200;

/** Goes to a room or a person by a few letters of the name; people whom the page does not know yet are asked for. */
export class Switcher extends LitElement {
  static override readonly properties = { _query: { state: true }, _at: { state: true }, _people: { state: true } };

  static override readonly styles = [
    shared,
    formStyles,
    avatarStyles,
    css`
      [role='listbox'] {
        margin-block-start: 12px;
      }

      [role='option'] {
        display: flex;
        align-items: center;
        gap: 10px;
        min-block-size: 42px;
        padding-inline: 10px;
        border-radius: var(--radius-small);
        cursor: pointer;
      }

      [aria-selected='true'] {
        background: var(--selected);
        color: var(--on-selected);
      }

      .sign {
        display: grid;
        place-items: center;
        inline-size: 28px;
      }

      .name {
        flex: 1;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
    `,
  ];

  declare _query: string;
  declare _at: number;
  /** Who is called like that, whether they are here or not. */
  declare _people: readonly PersonRow[];
  #timer = 0;
  readonly #streams = new Watch(this, (state) => state.streams);

  constructor() {
    super();
    this._query = '';
    this._at = 0;
    this._people = [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearTimeout(this.#timer);
  }

  protected override render() {
    const places = matching(this.#streams.value, this._query, this._people);
    const at = Math.min(this._at, places.length - 1);
    return html`<confab-modal heading="Go to…">
      <input
        autofocus
        role="combobox"
        aria-label="Room or person"
        placeholder="Room or person"
        data-testid="switcher"
        aria-expanded="true"
        aria-controls="places"
        aria-activedescendant=${at >= 0 ? `place-${at}` : nothing}
        autocomplete="off"
        .value=${this._query}
        @input=${this.#onInput}
        @keydown=${(event: KeyboardEvent) => this.#onKey(event, places, at)}
      />
      <div id="places" role="listbox" aria-label="Rooms and people">
        ${places.map((place, index) => option(place, index, index === at, this.#calledOf(place)))}
      </div>
      ${places.length === 0 ? html`<p class="muted" role="status">Nothing is called that here.</p>` : nothing}
    </confab-modal>`;
  }

  #onInput(event: InputEvent): void {
    this._query = (event.target as HTMLInputElement).value;
    this._at = 0;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#ask(this._query.trim()), PAUSE_MS);
  }

  /** Without an answer there are those whom the page knows. */
  async #ask(words: string): Promise<void> {
    const people = words === '' ? [] : await app.api.people.find(words).catch(() => []);
    if (words === this._query.trim()) this._people = people;
  }

  #calledOf(place: Place): string {
    const row = this._people.find((person) => place.kind === 'direct' && sameUser(person.username, place.user));
    return row?.displayName ?? '';
  }

  #onKey(event: KeyboardEvent, places: readonly Place[], at: number): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const place = places[at];
    if (step !== undefined && places.length > 0) this._at = (at + step + places.length) % places.length;
    else if (event.key === 'Enter' && place !== undefined) go(place);
    else return;
    event.preventDefault();
  }
}

function option(place: Place, index: number, selected: boolean, called: string) {
  const name = place.kind === 'room' ? place.room : place.user;
  return html`<div role="option" id="place-${index}" aria-selected=${selected} @click=${() => go(place)}>
    <span class="sign">${place.kind === 'room' ? icon('hash') : avatar(place.user, 'small')}</span>
    <span class="name"><bdi>${name}</bdi> ${called ? html`<bdi class="muted">${called}</bdi>` : nothing}</span>
    ${place.kind === 'direct' ? html`<span class="muted">Private</span>` : nothing}
  </div>`;
}

/**
 * My rooms and conversations, then whoever is there; names that begin with the letters come first. Who was found by the
 * server stands behind them.
 */
function matching(streams: State['streams'], query: string, people: readonly PersonRow[]): readonly Place[] {
  const wanted = query.trim().toLowerCase();
  const mine = inOrder(streams).map(placeOf);
  const others = [...peopleOnline(streams).values()].filter(
    (user) => !streams.has(directKey(user)) && !sameUser(user, myself()),
  );
  const places = [...mine, ...others.sort().map((user): Place => ({ kind: 'direct', user }))];
  const rank = (place: Place): number =>
    (place.kind === 'room' ? place.room : place.user).toLowerCase().indexOf(wanted);
  const known = places
    .filter((place) => rank(place) >= 0)
    .sort((one, other) => Math.min(rank(one), 1) - Math.min(rank(other), 1));
  const found = people
    .map(({ username }): Place => ({ kind: 'direct', user: username }))
    .filter((place) => !known.some((other) => keyOf(other) === keyOf(place)) && keyOf(place) !== directKey(myself()));
  return [...known, ...found].slice(0, MOST);
}

customElements.define('confab-switcher', Switcher);
