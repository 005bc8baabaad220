import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { app } from '../../app';
import { Drafts } from '../../device/drafts';
import { isVisible, lengthOf, MAX_TEXT } from '../../protocol/names';
import { keyOf, placeOf, type Stream } from '../../state/state';
import { isolated } from '../../text/names';
import { FOCUS_PLACE, myself } from '../common/actions';
import { icon } from '../common/icons';
import { isTouch, mayType } from '../common/pointer';
import { shared } from '../common/shared';
import '../emoji/emoji-picker';
import { composerStyles } from './composer.styles';

/** From here on the characters left are counted. */
const COUNTED_FROM = MAX_TEXT - 400;
const HIGHEST_PX = 240;

/** Where one writes in one place. What is not sent stays as a draft of it. */
export class Composer extends LitElement {
  static override readonly properties = {
    stream: { attribute: false },
    _text: { state: true },
    _tooLong: { state: true },
  };

  static override readonly styles = [shared, composerStyles];

  declare stream: Stream;
  declare _text: string;
  /** Somebody tried to send what is too long. */
  declare _tooLong: boolean;
  readonly #drafts = new Drafts(myself());
  #unwatch: (() => void) | undefined;
  readonly #onFocus = () => mayType() && this.#area?.focus();

  constructor() {
    super();
    this._text = '';
    this._tooLong = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener(FOCUS_PLACE, this.#onFocus);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener(FOCUS_PLACE, this.#onFocus);
    this.#unwatch?.();
    this.#unwatch = undefined;
  }

  protected override willUpdate(): void {
    if (this.#unwatch !== undefined) return;
    this._text = this.#drafts.of(this.#key);
    this.#unwatch = this.#drafts.watch(this.#key, (sent) => sent === this._text && this.#write(''));
  }

  protected override firstUpdated(): void {
    if (mayType()) this.#area?.focus();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('_text')) this.#grow();
  }

  protected override render() {
    const name = isolated(this.stream.kind === 'room' ? this.stream.name : this.stream.with);
    const label = this.stream.kind === 'room' ? `Message ${name}` : `Private message to ${name}`;
    const left = MAX_TEXT - lengthOf(this._text.trim());
    return html`<form class=${this.stream.kind} @submit=${this.#onSubmit}>
      <textarea
        rows="1"
        data-testid="composer"
        aria-label=${label}
        placeholder=${label}
        aria-describedby="count"
        aria-invalid=${this._tooLong ? 'true' : nothing}
        enterkeyhint=${isTouch() ? 'enter' : 'send'}
        .value=${this._text}
        @input=${this.#onInput}
        @keydown=${this.#onKey}
      ></textarea>
      <span id="count" class="count ${left < 0 ? 'over' : ''}" role=${this._tooLong ? 'alert' : 'status'} data-testid="count"
        >${left <= MAX_TEXT - COUNTED_FROM ? countText(left, this._tooLong) : nothing}</span
      >
      <confab-emoji-picker @pick=${this.#onEmoji}></confab-emoji-picker>
      <button
        class="send"
        data-testid="send"
        aria-label="Send"
        title=${isTouch() ? 'Send' : 'Send (Enter)'}
        ?disabled=${!this.#sendable}
      >
        ${icon('send', 19)}
      </button>
    </form>`;
  }

  get #key() {
    return keyOf(placeOf(this.stream));
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
    this._tooLong = this._tooLong && lengthOf(text.trim()) > MAX_TEXT;
    this.#drafts.keep(this.#key, text);
  }

  /** Under fingers Enter is a new line, for there is no other way to one. */
  #onKey(event: KeyboardEvent): void {
    const asked = event.ctrlKey || event.metaKey || (!event.shiftKey && !isTouch());
    if (event.key !== 'Enter' || !asked) return;
    event.preventDefault();
    this.#send();
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.#send();
    this.#area?.focus();
  }

  #send(): void {
    this._tooLong = lengthOf(this._text.trim()) > MAX_TEXT;
    if (!this.#sendable) return;
    app.chat.send(this.#key, this._text.trim());
    this.#drafts.sent(this.#key, this._text);
    this._text = '';
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

function countText(left: number, refused: boolean): string {
  if (left >= 0) return `${left} left`;
  return refused ? `Not sent: ${-left} characters too many` : `${-left} too many`;
}

customElements.define('confab-composer', Composer);
