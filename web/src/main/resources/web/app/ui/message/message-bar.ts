import { html, LitElement, nothing } from 'lit';
import { app } from '../../app';
import { type Message, refOf } from '../../state/message';
import { keyOf, placeOf, type Stream } from '../../state/state';
import { isolated } from '../../text/names';
import { openDialog } from '../common/actions';
import { icon, type Icon } from '../common/icons';
import '../common/menu';
import type { Menu } from '../common/menu';
import { shared } from '../common/shared';
import '../emoji/emoji-picker';
import type { EmojiPicker } from '../emoji/emoji-picker';
import {
  copyLink,
  copyText,
  isMine,
  lastEmoji,
  mayDelete,
  mayPin,
  openThread,
  pin,
  reply,
  toggle,
} from './acts';
import { barStyles } from './message-bar.styles';

/** What can be done with one message; there is one bar for a whole timeline, beside the message that is pointed at. */
export class MessageBar extends LitElement {
  static override readonly properties = {
    stream: { attribute: false },
    message: { attribute: false },
    inThread: { type: Boolean },
  };

  static override readonly styles = [shared, barStyles];

  declare stream: Stream;
  declare message: Message | undefined;
  declare inThread: boolean;

  /** All that can be done, as a menu beside the message, which gets the focus back. */
  openMenu(beside: HTMLElement): void {
    void this.updateComplete.then(() => this.#menu?.open(beside));
  }

  get isOpen(): boolean {
    return this.#menu?.isOpen === true || this.#picker?.isOpen === true;
  }

  protected override render() {
    const { message } = this;
    if (message === undefined) return nothing;
    const emoji = lastEmoji();
    return html`<div class="bar" role="toolbar" aria-label="Message of ${isolated(message.from)}" data-testid="message-bar">
      ${this.#button('react', `React with ${emoji}`, html`<span class="emoji">${emoji}</span>`, () => this.#react(emoji))}
      <confab-emoji-picker
        label="Add a reaction"
        testid="add-reaction"
        @pick=${(event: CustomEvent<string>) => this.#react(event.detail)}
      ></confab-emoji-picker>
      ${this.inThread ? nothing : this.#button('reply', 'Reply', icon('reply'), () => reply(this.#key, message))}
      ${this.inThread ? nothing : this.#button('thread', 'Answer in a thread', icon('thread'), () => openThread(this.#key, message))}
      <confab-menu label="More actions" testid="message-menu">
        <span slot="button" class="more">${icon('more')}</span>
        ${this.#items(message, emoji)}
      </confab-menu>
    </div>`;
  }

  #items(message: Message, emoji: string) {
    const { stream } = this;
    const key = this.#key;
    const mine = isMine(message);
    return html`
      ${this.#item('smile', 'react', `React with ${emoji}`, () => this.#react(emoji))}
      ${this.#item('plus', 'react', 'Add a reaction…', () => this.#picker?.open(), 'menu-add-reaction')}
      ${this.inThread ? nothing : this.#item('reply', 'reply', 'Reply', () => reply(key, message))}
      ${this.inThread ? nothing : this.#item('thread', 'thread', 'Answer in a thread', () => openThread(key, message))}
      ${mine ? this.#item('edit', 'edit', 'Edit', () => app.chat.acting.startEdit(key, refOf(message))) : nothing}
      ${mayPin(stream) ? this.#item('pin', 'pin', message.pinned ? 'Unpin' : 'Pin', () => void pin(key, message)) : nothing}
      ${this.#item('link', 'copy-link', 'Copy link', () => void copyLink(stream, message))}
      ${this.#item('copy', 'copy-text', 'Copy text', () => void copyText(message))}
      ${this.inThread ? nothing : this.#item('mark', 'unread', 'Mark unread from here', () => app.chat.reading.markUnread(key, message.position))}
      ${this.#item('eye', 'seen-by', 'Seen by…', () => openDialog({ kind: 'seenBy', key, message }))}
      ${mayDelete(stream, message) ? this.#delete(message) : nothing}
    `;
  }

  #button(name: string, label: string, content: unknown, act: () => void) {
    return html`<button
      class="icon-button"
      type="button"
      data-testid="bar-${name}"
      aria-label=${label}
      title=${label}
      @click=${act}
    >
      ${content}
    </button>`;
  }

  #item(sign: Icon, name: string, label: string, act: () => void, testid = `menu-${name}`) {
    return html`<button role="menuitem" type="button" data-testid=${testid} @click=${act}>
      ${icon(sign)}${label}
    </button>`;
  }

  #delete(message: Message) {
    return html`<button
      role="menuitem"
      type="button"
      class="danger"
      data-testid="menu-delete"
      @click=${() => openDialog({ kind: 'deleteMessage', key: this.#key, message })}
    >
      ${icon('trash')}Delete…
    </button>`;
  }

  #react(emoji: string): void {
    if (this.message !== undefined) void toggle(this.#key, this.message, emoji);
  }

  get #key() {
    return keyOf(placeOf(this.stream));
  }

  get #menu(): Menu | null {
    return this.renderRoot.querySelector('confab-menu');
  }

  get #picker(): EmojiPicker | null {
    return this.renderRoot.querySelector('confab-emoji-picker');
  }
}

customElements.define('confab-message-bar', MessageBar);
