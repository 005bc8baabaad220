import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { app } from '../../app';
import { sameUser } from '../../protocol/names';
import type { Stream } from '../../state/state';
import { type Asked, askedAt, type Candidate, candidates, isWhole } from '../../text/completion';
import { myself } from '../common/actions';
import { avatar } from '../common/avatar';
import { icon } from '../common/icons';
import { knownRooms, peopleIn } from '../text/known';
import { displayNames } from './display-names';
import { keepFocus } from './format-row';
import { replace } from './writing';

/** Of so many who are here it is asked what they call themselves. */
const ASKED_AT_ONCE = 16;

interface Host extends ReactiveControllerHost {
  readonly stream: Stream;
}

/** Offers to complete a name, a room or an emoji while one writes it. */
export class Completion implements ReactiveController {
  readonly #host: Host;
  readonly #area: () => HTMLTextAreaElement | null;
  #asked: Asked | undefined;
  #offered: readonly Candidate[] = [];
  #at = 0;
  /** Where the sign is of what was taken, or refused with Esc. */
  #refused = -1;

  constructor(host: Host, area: () => HTMLTextAreaElement | null) {
    this.#host = host;
    this.#area = area;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  get isOpen(): boolean {
    return this.#offered.length > 0;
  }

  /** The option that Enter would take, by its id. */
  get active(): string | undefined {
    return this.isOpen ? `option-${this.#at}` : undefined;
  }

  /** Something was written, or the caret has moved. */
  look(): void {
    const area = this.#area();
    const asked =
      area === null || area.selectionStart !== area.selectionEnd ? undefined : askedAt(area.value, area.selectionEnd);
    if (asked?.from !== this.#refused) this.#refused = -1;
    const isNew = asked?.kind !== this.#asked?.kind || asked?.query !== this.#asked?.query;
    this.#asked = asked;
    this.#offer();
    if (isNew) this.#at = 0;
    if (asked?.kind === 'person' && isNew) void this.#learn();
  }

  close(): void {
    if (!this.isOpen) return;
    this.#asked = undefined;
    this.#offered = [];
    this.#host.requestUpdate();
  }

  /** Whether the key was for what is offered. A name that is there in full is sent, and needs no Enter of its own. */
  onKey(event: KeyboardEvent): boolean {
    if (!this.isOpen || event.ctrlKey || event.metaKey || event.altKey) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const { length } = this.#offered;
    if (step !== undefined) this.#at = (this.#at + step + length) % length;
    else if (event.key === 'Enter' && this.#isWhole) return false;
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) this.#take(this.#at);
    else if (event.key === 'Escape') this.#refuse();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    this.#host.requestUpdate();
    return true;
  }

  render(): TemplateResult {
    const count = this.#offered.length;
    return html`<span class="for-the-ear" role="status"
        >${this.isOpen ? `${count} ${count === 1 ? 'suggestion' : 'suggestions'}` : nothing}</span
      >
      <div
        id="offered"
        class="offered"
        role="listbox"
        aria-label="Suggestions"
        data-testid="completion"
        ?hidden=${!this.isOpen}
        @mousedown=${keepFocus}
      >
        ${this.#offered.map((one, at) => this.#option(one, at))}
      </div>`;
  }

  #option(one: Candidate, at: number): TemplateResult {
    return html`<div
      id="option-${at}"
      role="option"
      data-testid="suggestion"
      aria-selected=${at === this.#at}
      @click=${() => this.#take(at)}
    >
      <span class="sign" aria-hidden="true">${signOf(one)}</span>
      <bdi class="name">${one.name}</bdi>
      ${one.detail === '' ? nothing : html`<bdi class="detail">${one.detail}</bdi>`}
    </div>`;
  }

  get #isWhole(): boolean {
    const [asked, one] = [this.#asked, this.#offered[this.#at]];
    return asked !== undefined && one !== undefined && isWhole(asked, one);
  }

  #take(at: number): void {
    const [area, asked, one] = [this.#area(), this.#asked, this.#offered[at]];
    if (area === null || asked === undefined || one === undefined) return;
    this.#refuse();
    const end = asked.from + 1 + asked.query.length;
    replace(area, asked.from, area.value[end] === ' ' ? end + 1 : end, `${one.text} `);
  }

  #refuse(): void {
    this.#refused = this.#asked?.from ?? -1;
    this.close();
  }

  #offer(): void {
    const asked = this.#asked;
    const isWanted = asked !== undefined && asked.from !== this.#refused;
    const before = this.isOpen;
    this.#offered = isWanted ? candidates(asked, this.#names()) : [];
    this.#at = Math.min(this.#at, Math.max(0, this.#offered.length - 1));
    if (before || this.isOpen) this.#host.requestUpdate();
  }

  /** What people call themselves is asked for only when it is wanted: of those offered, and of some who are here. */
  async #learn(): Promise<void> {
    const here = [...new Set(peopleIn(this.#host.stream))].slice(0, ASKED_AT_ONCE);
    const isMore = await displayNames.learn([...this.#offered.map(({ name }) => name), ...here]);
    if (isMore && this.#asked?.kind === 'person') this.#offer();
  }

  #names() {
    const { stream } = this.#host;
    const others = [...app.store.state.streams.values()].filter((other) => other !== stream);
    const people = [...peopleIn(stream), ...others.flatMap(peopleIn)].filter((user) => !sameUser(user, myself()));
    const rooms = [...knownRooms()].sort((one, other) => one.localeCompare(other));
    return { people, rooms, displayName: (user: string) => displayNames.of(user) };
  }
}

function signOf({ kind, name, sign }: Candidate) {
  switch (kind) {
    case 'person':
      return avatar(name, 'small');
    case 'room':
      return icon('hash', 18);
    case 'emoji':
      return sign;
  }
}
