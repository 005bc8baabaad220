import { html, LitElement } from 'lit';
import { app } from '../../app';
import { sameUser } from '../../protocol/names';
import { keyOf } from '../../state/state';
import { gist, type Message } from '../../state/message';
import { plain } from '../../text/excerpts';
import { isolated } from '../../text/names';
import { myself } from '../common/actions';
import { shared } from '../common/shared';

/** Reads aloud, to those who listen to the page and are at the end of the talk, what others say there; history stays silent. */
export class Announcer extends LitElement {
  static override readonly properties = { _text: { state: true } };
  static override readonly styles = shared;

  declare _text: string;
  #stop: (() => void) | undefined;
  #last: Message | undefined;
  #key = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = app.store.watch(() => this.#listen());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  protected override render() {
    return html`<div class="for-the-ear" aria-live="polite">${this._text}</div>`;
  }

  #listen(): void {
    const { streams, place, attentive } = app.store.state;
    const key = keyOf(place);
    const timeline = streams.get(key)?.timeline;
    // a page of history that ends later is not said now
    const last = timeline?.newer.kind === 'none' ? timeline.messages.at(-1) : undefined;
    const before = this.#last;
    const stayed = key === this.#key;
    this.#last = last;
    this.#key = key;
    const isNew = stayed && attentive && last !== undefined && before !== undefined && last.position > before.position;
    if (isNew && !last.deleted && !sameUser(last.from, myself())) this._text = `${isolated(last.from)}: ${plain(last.text) || gist(last)}`;
  }
}

customElements.define('confab-announcer', Announcer);
