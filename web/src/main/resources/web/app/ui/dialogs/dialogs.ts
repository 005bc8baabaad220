import { html, LitElement, nothing } from 'lit';
import type { Dialog } from '../../state/state';
import { focusPlace } from '../common/actions';
import { focused, hasLostFocus } from '../common/focus';
import { Watch } from '../common/watch';
import '../search/search';
import '../settings/room-settings';
import './browse-rooms';
import './change-password';
import './create-room';
import './delete-message';
import './devices';
import './moderate';
import './notifications';
import './person-card';
import './pictures';
import './pins';
import './profile';
import './seen-by';
import './shortcut-list';
import './switcher';

/**
 * Shows the one dialog that is open, and gives the focus back to where it was before. A dialog that was closed by itself has
 * done so already, and who is quick has gone on: whatever has the focus keeps it.
 */
export class Dialogs extends LitElement {
  readonly #dialog = new Watch(this, (state) => state.dialog);
  #before: HTMLElement | undefined;

  protected override willUpdate(): void {
    if (this.#dialog.value !== undefined) this.#before ??= focused();
  }

  protected override updated(): void {
    if (this.#dialog.value !== undefined || this.#before === undefined) return;
    if (hasLostFocus()) this.#before.focus();
    if (hasLostFocus()) focusPlace();
    this.#before = undefined;
  }

  protected override render() {
    return this.#dialog.value === undefined ? nothing : contentOf(this.#dialog.value);
  }
}

function contentOf(dialog: Dialog) {
  switch (dialog.kind) {
    case 'createRoom':
      return html`<confab-create-room></confab-create-room>`;
    case 'browseRooms':
      return html`<confab-browse-rooms></confab-browse-rooms>`;
    case 'switcher':
      return html`<confab-switcher></confab-switcher>`;
    case 'search':
      return html`<confab-search .query=${dialog.query}></confab-search>`;
    case 'shortcuts':
      return html`<confab-shortcut-list></confab-shortcut-list>`;
    case 'devices':
      return html`<confab-devices></confab-devices>`;
    case 'notifications':
      return html`<confab-notifications></confab-notifications>`;
    case 'password':
      return html`<confab-change-password></confab-change-password>`;
    case 'profile':
      return html`<confab-profile></confab-profile>`;
    case 'person':
      return html`<confab-person-card .user=${dialog.user} .room=${dialog.room}></confab-person-card>`;
    case 'roomSettings':
      return html`<confab-room-settings .name=${dialog.room}></confab-room-settings>`;
    case 'deleteMessage':
      return html`<confab-delete-message .key=${dialog.key} .message=${dialog.message}></confab-delete-message>`;
    case 'seenBy':
      return html`<confab-seen-by .key=${dialog.key} .message=${dialog.message}></confab-seen-by>`;
    case 'pictures':
      return html`<confab-pictures .pictures=${dialog.pictures} .first=${dialog.first}></confab-pictures>`;
    case 'pins':
      return html`<confab-pins .key=${dialog.key}></confab-pins>`;
    case 'moderate':
      return html`<confab-moderate .act=${dialog.act} .room=${dialog.room} .user=${dialog.user}></confab-moderate>`;
  }
}

customElements.define('confab-dialogs', Dialogs);
