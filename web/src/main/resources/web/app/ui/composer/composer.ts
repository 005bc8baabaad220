import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { app } from '../../app';
import { Drafts } from '../../device/drafts';
import { isVisible, lengthOf, MAX_TEXT } from '../../protocol/names';
import { keyOf, placeOf, type Stream } from '../../state/state';
import { myself } from '../common/actions';
import { icon } from '../common/icons';
import { shared } from '../common/shared';
import '../emoji/emoji-picker';
import { composerStyles } from './composer.styles';

/** From here on the characters left are counted. */
const COUNTED_FROM = MAX_TEXT - 400;
const HIGHEST_PX = 240;

/** Where one writes. What is not sent stays as a draft of its room. */
export class Composer extends LitElement {
  static override readonly properties = { stream: { attribute: false }, _text: { state: true } };
  static override readonly styles = [shared, composerStyles];

  declare stream: Stream;
  declare _text: string;
  readonly #drafts = new Drafts(myself());
  #key: string | undefined;

  constructor() {
    super();
    this._text = '';
  }

  protected override willUpdate(): void {
    const key = keyOf(placeOf(this.stream));
    if (key === this.#key) return;
    this.#key = key;
    this._text = this.#drafts.of(key);
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('_text')) this.#grow();
    const before = changed.get('stream') as Stream | undefined;
    const moved = changed.has('stream') && (before === undefined || keyOf(placeOf(before)) !== this.#key);
    if (moved && matchMedia('(hover: hover)').matches) this.#area?.focus();
  }

  protected override render() {
    const name = this.stream.kind === 'room' ? this.stream.name : this.stream.with;
    const label = this.stream.kind === 'room' ? `Message ${name}` : `Private message to ${name}`;
    const left = MAX_TEXT - lengthOf(this._text.trim());
    return html`<form class=${this.stream.kind} @submit=${this.#onSubmit}>
      <textarea
        rows="1"
        data-testid="composer"
        aria-label=${label}
        placeholder=${label}
        aria-describedby="count"
        enterkeyhint="send"
        .value=${this._text}
        @input=${this.#onInput}
        @keydown=${this.#onKey}
      ></textarea>
      <span id="count" class="count ${left < 0 ? 'over' : ''}" role="status" data-testid="count"
        >${left <= MAX_TEXT - COUNTED_FROM ? countText(left) : nothing}</span
      >
      <confab-emoji-picker @pick=${this.#onEmoji}></confab-emoji-picker>
      <button class="send" data-testid="send" aria-label="Send" title="Send (Enter)" ?disabled=${!this.#sendable}>
        ${icon('send', 19)}
      </button>
    </form>`;
  }

  get #sendable(): boolean {
    const text = this._text.trim();
    return isVisible(text) && lengthOf(text) <= MAX_TEXT;
  }

  get #area(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  #onInput(event: InputEvent): void {
    this.#write((event.target as HTMLTextAreaElement).value);
    if (this.stream.kind === 'room' && this._text !== '') app.chat.typing.tell(this.stream.name);
  }

  #write(text: string): void {
    this._text = text;
    this.#drafts.keep(keyOf(placeOf(this.stream)), text);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.#send();
    this.#area?.focus();
  }

  #send(): void {
    if (!this.#sendable) return;
    app.chat.outbox.write(keyOf(placeOf(this.stream)), this._text.trim());
    app.chat.typing.sent();
    this.#write('');
  }

  #onEmoji(event: CustomEvent<string>): void {
    const area = this.#area;
    if (area === null) return;
    area.focus();
    area.setRangeText(event.detail, area.selectionStart, area.selectionEnd, 'end');
    this.#write(area.value);
  }

  #grow(): void {
    const area = this.#area;
    if (area === null) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, HIGHEST_PX)}px`;
  }
}

function countText(left: number): string {
  return left >= 0 ? `${left} left` : `${-left} too many`;
}

customElements.define('confab-composer', Composer);
