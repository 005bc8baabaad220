import { html, LitElement, nothing } from 'lit';
import { app } from '../../app';
import { formatRow, plainTexts } from '../../device/preference';
import type { Uploaded } from '../../protocol/answers';
import { type StreamKey, trimmedText } from '../../protocol/names';
import { keyOf, placeOf, type Stream } from '../../state/state';
import { type Format, formattedBy } from '../../text/marks';
import { isolated } from '../../text/names';
import { FOCUS_PLACE } from '../common/actions';
import { avatarStyles } from '../common/avatar';
import { icon } from '../common/icons';
import { isTouch, mayType } from '../common/pointer';
import { shared } from '../common/shared';
import { WatchPreferences } from '../common/watch-preferences';
import '../emoji/emoji-picker';
import { Attaching } from './attaching';
import { Completion } from './completion';
import { completionStyles } from './completion.styles';
import { composerStyles } from './composer.styles';
import { count, isSendable, isTooLong } from './count';
import { Draft } from './draft';
import { formatOf, formatRowOf, formatRowSign, keepFocus } from './format-row';
import { isForEditing, isForSending } from './keys';
import { tray } from './tray';
import { trayStyles } from './tray.styles';
import { grow, replace, selectedIn, write } from './writing';

/** What somebody wants to say; who prevents the default says it in another way, as in a thread. */
export type SendEvent = CustomEvent<{ readonly text: string; readonly files: readonly Uploaded[] }>;

/**
 * Where one writes. What is not sent stays as a draft. Says `send` before it sends, and `edit-last` when somebody goes up
 * from where nothing is written. What it is an answer to is shown in its slot `about`.
 */
export class Composer extends LitElement {
  static override readonly properties = {
    stream: { attribute: false },
    label: {},
    draft: { attribute: false },
    aside: { type: Boolean },
    _tooLong: { state: true },
    _dropping: { state: true },
  };

  static override readonly styles = [shared, avatarStyles, composerStyles, completionStyles, trayStyles];

  declare stream: Stream;
  /** What one writes here; says it by itself for what the stream is told. */
  declare label: string | undefined;
  /** The name of the draft; by itself that of the stream. */
  declare draft: StreamKey | undefined;
  /** Beside the place itself: the focus does not come here when it has nowhere else to go. */
  declare aside: boolean;
  /** Somebody tried to send what is too long. */
  declare _tooLong: boolean;
  /** Files are held over the place. */
  declare _dropping: boolean;
  readonly #attaching = new Attaching(this);
  readonly #draft = new Draft(this, () => this.draft ?? this.#key);
  readonly #completion = new Completion(this, () => this.#area);
  /** The text for which the field is as high as it is. */
  #grownTo = '';
  readonly #onFocus = () => !this.aside && mayType() && this.focus();

  constructor() {
    super();
    this.aside = false;
    this._tooLong = false;
    this._dropping = false;
    new WatchPreferences(this, formatRow, plainTexts);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener(FOCUS_PLACE, this.#onFocus);
    for (const kind of DRAGS) this.#zone.addEventListener(kind, this.#onDrag);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener(FOCUS_PLACE, this.#onFocus);
    for (const kind of DRAGS) this.#zone.removeEventListener(kind, this.#onDrag);
  }

  override focus(): void {
    this.#area?.focus();
  }

  protected override firstUpdated(): void {
    if (mayType()) this.focus();
  }

  protected override updated(): void {
    if (this.#area === null || this.#grownTo === this._text) return;
    this.#grownTo = this._text;
    grow(this.#area);
  }

  protected override render() {
    return html`<form class="${this.stream.kind} ${this._dropping ? 'dropping' : ''}" @submit=${this.#onSubmit}>
      <slot name="about"></slot>
      ${this.#completion.render()} ${formatRow.isOn ? formatRowOf((format) => this.#format(format)) : nothing}
      ${tray(this.#attaching)}
      <div class="line">
        <button
          class="icon-button formatting"
          type="button"
          data-testid="format-toggle"
          aria-label="Formatting"
          title="Formatting"
          aria-pressed=${formatRow.isOn}
          @mousedown=${keepFocus}
          @click=${() => formatRow.toggle()}
        >
          ${formatRowSign}
        </button>
        ${this.#picker()} ${this.#field()}
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
      </div>
    </form>`;
  }

  #picker() {
    return html`<button
        class="icon-button"
        type="button"
        data-testid="attach"
        aria-label="Attach files"
        title="Attach files"
        @click=${() => this.#files?.click()}
      >
        ${icon('paperclip')}
      </button>
      <input type="file" multiple hidden data-testid="files" @change=${this.#onPicked} />`;
  }

  #field() {
    const label = this.label ?? labelOf(this.stream);
    return html`<textarea
        rows="1"
        data-testid="composer"
        aria-label=${label}
        placeholder=${label}
        aria-describedby="count"
        aria-invalid=${this._tooLong ? 'true' : nothing}
        aria-autocomplete="list"
        aria-controls="offered"
        aria-activedescendant=${this.#completion.active ?? nothing}
        enterkeyhint=${isTouch() ? 'enter' : 'send'}
        .value=${this._text}
        @input=${this.#onInput}
        @keydown=${this.#onKey}
        @paste=${this.#onPaste}
        @select=${() => this.#completion.look()}
        @click=${() => this.#completion.look()}
        @blur=${() => this.#completion.close()}
      ></textarea>
      ${count(this._text, this._tooLong)}`;
  }

  get #files(): HTMLInputElement | null {
    return this.renderRoot.querySelector('input[type=file]');
  }

  /** Over which files are let go for here. */
  get #zone(): EventTarget {
    return this.aside ? this : window;
  }

  get #sendable(): boolean {
    const { ready, busy } = this.#attaching;
    return !busy && !isTooLong(this._text) && (ready || isSendable(this._text));
  }

  get #key() {
    return keyOf(placeOf(this.stream));
  }

  get _text(): string {
    return this.#draft.text;
  }

  get #area(): HTMLTextAreaElement | null {
    return this.renderRoot.querySelector('textarea');
  }

  #onInput(event: InputEvent): void {
    this.#write((event.target as HTMLTextAreaElement).value);
    this.#completion.look();
    if (this._text !== '') app.chat.typing.tell(this.#key);
  }

  #write(text: string): void {
    this._tooLong = this._tooLong && isTooLong(text);
    this.#draft.write(text);
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#completion.onKey(event)) return;
    const area = event.target as HTMLTextAreaElement;
    const format = formatOf(event, area.selectionStart !== area.selectionEnd);
    if (format !== undefined) {
      event.stopPropagation();
      this.#format(format);
    } else if (isForSending(event)) this.#send();
    else if (isForEditing(event) && this._text === '') this.dispatchEvent(said('edit-last'));
    else return;
    event.preventDefault();
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    this.#send();
    this.focus();
  }

  #send(): void {
    this._tooLong = isTooLong(this._text);
    if (!this.#sendable) return;
    const text = trimmedText(this._text);
    const files = this.#attaching.take();
    const isMine = this.dispatchEvent(said('send', { text, files }));
    if (isMine) app.chat.send(this.#key, text, files);
    this.#draft.sent();
    this.#completion.close();
  }

  #format(format: Format): void {
    const area = this.#area;
    if (area !== null) write(area, formattedBy(format, selectedIn(area)));
  }

  #onPicked(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.#attaching.add(input.files ?? []);
    input.value = '';
    this.focus();
  }

  /** Files that come with a text, as from an office program, are a picture of it: the text is meant. */
  #onPaste(event: ClipboardEvent): void {
    const { files, types } = event.clipboardData ?? {};
    if (files === undefined || files.length === 0 || types?.includes('text/plain')) return;
    event.preventDefault();
    this.#attaching.add(files);
  }

  readonly #onDrag = (event: Event): void => {
    const { type, dataTransfer, defaultPrevented } = event as DragEvent;
    if (defaultPrevented || dataTransfer === null || !dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    this._dropping = type === 'dragover';
    if (type === 'drop') this.#attaching.add(dataTransfer.files);
  };

  #onEmoji(event: CustomEvent<string>): void {
    const area = this.#area;
    if (area !== null) replace(area, area.selectionStart, area.selectionEnd, event.detail);
  }
}

const DRAGS = ['dragover', 'dragleave', 'drop'] as const;

/** For whatever this is in, through all shadow roots. */
function said<T>(name: string, detail?: T): CustomEvent<T> {
  return new CustomEvent(name, { detail: detail as T, bubbles: true, composed: true, cancelable: true });
}

function labelOf(stream: Stream): string {
  return stream.kind === 'room' ? `Message ${isolated(stream.name)}` : `Private message to ${isolated(stream.with)}`;
}

customElements.define('confab-composer', Composer);
