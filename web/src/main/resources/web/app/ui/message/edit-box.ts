import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { app } from '../../app';
import { isVisible, lengthOf, MAX_TEXT, type StreamKey, trimmedText } from '../../protocol/names';
import { type Message, refOf } from '../../state/message';
import { keyOf } from '../../state/state';
import { focusPlace, openDialog } from '../common/actions';
import { tooMany } from '../composer/count';
import { isTouch } from '../common/pointer';
import { shared } from '../common/shared';
import { Task } from '../common/task';

/** Changes the text of a message in its place. What the server does not take stays here. */
export class EditBox extends LitElement {
  static override readonly properties = { message: { attribute: false }, _text: { state: true } };

  static override readonly styles = [
    shared,
    css`
      :host {
        display: block;
        margin-block: 4px;
      }

      textarea {
        display: block;
        inline-size: 100%;
        max-block-size: 240px;
        padding: 8px 10px;
        border: 1px solid var(--accent);
        border-radius: var(--radius-small);
        background: var(--surface);
        color: var(--text);
        font: inherit;
        font-size: 16px;
        line-height: 24px;
        resize: none;
        field-sizing: content;
      }

      .acts {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px;
        margin-block-start: 6px;
        font-size: 13px;
      }

      .error {
        color: var(--danger);
      }
    `,
  ];

  declare message: Message;
  declare _text: string;
  readonly #saving = new Task(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('message') && this.hasUpdated === false) {
      this._text = app.chat.acting.draft(this.#key, refOf(this.message)) ?? this.message.text;
    }
  }

  protected override firstUpdated(): void {
    const area = this.renderRoot.querySelector('textarea');
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
    this.scrollIntoView({ block: 'nearest' });
  }

  protected override render() {
    const { running, error } = this.#saving;
    return html`<textarea
        rows="1"
        data-testid="edit-text"
        aria-label="Change the message"
        aria-describedby="hint"
        .value=${this._text}
        @input=${this.#onInput}
        @keydown=${this.#onKey}
      ></textarea>
      <div class="acts">
        <button class="button small primary" type="button" data-testid="edit-save" ?disabled=${running} @click=${this.#save}>
          Save
        </button>
        <button class="button small" type="button" data-testid="edit-cancel" @click=${this.#cancel}>Cancel</button>
        <span id="hint" class="muted">${isTouch() ? nothing : 'Enter saves, Esc cancels'}</span>
        ${this.#problem === undefined && error === undefined ? nothing : html`<span class="error" role="alert">${this.#problem ?? `Not saved. ${error}`}</span>`}
      </div>`;
  }

  get #problem(): string | undefined {
    const over = lengthOf(trimmedText(this._text)) - MAX_TEXT;
    return over > 0 ? tooMany(over) : undefined;
  }

  get #key(): StreamKey {
    return keyOf(app.store.state.place);
  }

  #onInput(event: InputEvent): void {
    this._text = (event.target as HTMLTextAreaElement).value;
    app.chat.acting.keepDraft(this.#key, refOf(this.message), this._text);
  }

  #onKey(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Escape') this.#cancel();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || (!event.shiftKey && !isTouch()))) this.#onEnter(event);
  }

  #onEnter(event: KeyboardEvent): void {
    event.preventDefault();
    void this.#save();
  }

  #cancel(): void {
    app.chat.acting.endEdit(this.#key, refOf(this.message));
    focusPlace();
  }

  /** Nothing left of it is asked about as a deletion; the same text is no edit. */
  async #save(): Promise<void> {
    const [key, text] = [this.#key, trimmedText(this._text)];
    if (!isVisible(text)) return openDialog({ kind: 'deleteMessage', key, message: this.message });
    if (text === this.message.text) return this.#cancel();
    if (this.#problem !== undefined) return;
    if (await this.#saving.run(() => app.chat.acting.edit(key, refOf(this.message), text))) focusPlace();
  }
}

customElements.define('confab-edit-box', EditBox);
